#include "core/environment/Finding.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

Finding finding(Outcome outcome, const char* code, QString found)
{
    return { outcome, QString::fromLatin1(code), std::move(found), {}, {}, {}, {} };
}

QString textOf(const QJsonValue& value)
{
    if (!value.isArray())
        return value.toVariant().toString();
    QStringList texts;
    for (const auto& element : value.toArray())
        texts.append(textOf(element));
    return texts.join(u", "_s);
}

QString shownText(const Fact& fact, Disclosure disclosure)
{
    if (fact.privacy == Privacy::Personal && disclosure == Disclosure::Redacted)
        return Words::tr("[left out]");
    return fact.shown.isEmpty() ? textOf(fact.value) : fact.shown;
}

} // namespace

QString wordFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotApplicable:
        return u"not-applicable"_s;
    case Outcome::Passed:
        return u"passed"_s;
    case Outcome::Warning:
        return u"warning"_s;
    case Outcome::CouldNotTell:
        return u"could-not-tell"_s;
    case Outcome::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

Finding&& Finding::means(QString text) &&
{
    meaning = std::move(text);
    return std::move(*this);
}

Finding&& Finding::todo(QString text, RemedyAction action) &&
{
    remedy.text = std::move(text);
    remedy.action = action;
    return std::move(*this);
}

Finding&& Finding::todoAt(QString text, QUrl link) &&
{
    remedy.text = std::move(text);
    remedy.action = RemedyAction::OpenLink;
    remedy.link = std::move(link);
    return std::move(*this);
}

Finding&& Finding::with(Fact fact) &&
{
    facts.push_back(std::move(fact));
    return std::move(*this);
}

Finding passed(const char* code, QString found) { return finding(Outcome::Passed, code, std::move(found)); }
Finding warning(const char* code, QString found) { return finding(Outcome::Warning, code, std::move(found)); }
Finding failed(const char* code, QString found) { return finding(Outcome::Failed, code, std::move(found)); }
Finding notApplicable(const char* code, QString found)
{
    return finding(Outcome::NotApplicable, code, std::move(found));
}
Finding couldNotTell(const char* code, QString found) { return finding(Outcome::CouldNotTell, code, std::move(found)); }

Finding worstOf(std::vector<Finding> parts)
{
    const auto worst = std::max_element(parts.begin(), parts.end(),
        [](const Finding& first, const Finding& second) { return first.outcome < second.outcome; });
    if (parts.size() == 1)
        return std::move(parts.front());
    Finding whole = *worst;
    whole.parts = std::move(parts);
    return whole;
}

QString filled(const QString& text, const std::vector<Fact>& facts, Disclosure disclosure)
{
    // Once from left to right: what stands in for a name may hold braces itself.
    QString result;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', from)) {
        const qsizetype close = text.indexOf(u'}', open);
        const auto name = QStringView(text).mid(open + 1, close < 0 ? 0 : close - open - 1);
        const auto fact
            = std::find_if(facts.begin(), facts.end(), [name](const Fact& known) { return known.name == name; });
        result += QStringView(text).mid(from, open - from);
        if (fact == facts.end()) {
            result += u'{';
            from = open + 1;
        } else {
            result += shownText(*fact, disclosure);
            from = close + 1;
        }
    }
    result += QStringView(text).mid(from);
    return result;
}

} // namespace bidseal::environment
