#include "core/environment/ReportJson.h"

#include "core/base/ShownTime.h"
#include "core/environment/Catalogue.h"
#include "core/environment/ShownWords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

const auto kStyle
    = u"body{font:15px/1.5 system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;color:#1d2430;"
      "max-width:56em;margin:2em auto;padding:0 1em}h1{font-size:1.5em;margin:0}h2{font-size:1.1em;"
      "margin:1.8em 0 .4em;border-bottom:1px solid #d5dae2;padding-bottom:.3em}article{margin:.9em 0}"
      "article p{margin:.15em 0}.title{font-weight:600}.quiet{color:#5b6574}.result{display:inline-block;"
      "min-width:8.5em;font-weight:600}.passed,.not-applicable{color:#1e6b3c}.not-applicable{color:#5b6574}"
      ".warning,.could-not-tell{color:#8a5300}.failed{color:#a61b1b}ul{margin:.2em 0 .2em 1.2em;padding:0}"
      "dl{display:grid;grid-template-columns:auto 1fr;gap:0 1em;margin:.2em 0;font-size:.85em;"
      "color:#5b6574}dd{margin:0;overflow-wrap:anywhere}"_s;

QString element(QLatin1StringView name, const QString& className, const QString& text)
{
    return text.isEmpty() ? QString() : u"<%1 class=\"%2\">%3</%1>"_s.arg(name, className, text.toHtmlEscaped());
}

QString factsHtml(const std::vector<Fact>& facts, Disclosure disclosure)
{
    if (facts.empty())
        return {};
    QString html;
    for (const auto& fact : facts) {
        const auto value = filled(u"{%1}"_s.arg(fact.name), { fact }, disclosure);
        if (value.isEmpty())
            continue;
        html += u"<dt>%1</dt><dd>%2</dd>"_s.arg(fact.name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    return u"<dl>"_s + html + u"</dl>"_s;
}

QString findingHtml(const Finding& finding, Disclosure disclosure)
{
    const auto texts = shown(finding, disclosure);
    QString html = element("p"_L1, u"found"_s, texts.found) + element("p"_L1, u"quiet"_s, texts.meaning)
        + element("p"_L1, u"todo"_s, texts.todo) + factsHtml(finding.facts, disclosure);
    if (finding.parts.empty())
        return html;
    html += u"<ul>"_s;
    for (const auto& part : finding.parts)
        html += u"<li>"_s + element("span"_L1, wordFor(part.outcome), shownWordFor(part.outcome))
            + findingHtml(part, disclosure) + u"</li>"_s;
    return html + u"</ul>"_s;
}

QString resultHtml(const CheckResult& result, Disclosure disclosure)
{
    const auto required = result.rule.requirement == Requirement::MustPass ? Words::tr("must pass") : QString();
    return u"<article><p>"_s
        + element("span"_L1, u"result "_s + wordFor(result.finding.outcome), shownWordFor(result.finding.outcome))
        + element("span"_L1, u"title"_s, result.title) + u" "_s
        + element(
            "span"_L1, u"quiet"_s, u"%1 %2 ms %3"_s.arg(result.id).arg(result.took.count()).arg(required).trimmed())
        + u"</p>"_s + findingHtml(result.finding, disclosure) + u"</article>"_s;
}

} // namespace

QByteArray toHtml(const Report& report, Disclosure disclosure)
{
    const auto title = Words::tr("Security self-check of this computer");
    QString html
        = u"<!DOCTYPE html><html lang=\"%1\"><head><meta charset=\"utf-8\"><meta "
          u"http-equiv=\"Content-Security-Policy\" "
          "content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>%2</title><style>%3</style></head><body>"_s
              .arg(QLocale().bcp47Name(), title.toHtmlEscaped(), kStyle);
    html += element("h1"_L1, {}, title);
    html += element("p"_L1, u"title"_s, shownSentenceFor(report.verdict()));
    html += element("p"_L1, u"quiet"_s,
        Words::tr("%1, %2 by this computer's clock").arg(report.program, shownTime(report.startedAt)));
    if (disclosure == Disclosure::Redacted)
        html += element("p"_L1, u"quiet"_s,
            Words::tr("Names of persons, companies, computers and folders are left out of this copy."));
    std::optional<Group> group;
    for (const auto& result : report.results) {
        if (group != result.group)
            html += element("h2"_L1, {}, titleOf(result.group));
        group = result.group;
        html += resultHtml(result, disclosure);
    }
    html += element(
        "p"_L1, u"quiet"_s, Words::tr("A program that checks itself cannot find out that it was replaced as a whole."));
    return (html + u"</body></html>\n"_s).toUtf8();
}

} // namespace bidseal::environment
