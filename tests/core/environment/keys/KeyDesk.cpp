#include "tests/core/environment/keys/KeyDesk.h"

#include "core/environment/keys/KeysChecks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::test {

using environment::Finding;
using environment::Outcome;

namespace {

QString driver(const QString& name)
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + u'/' + name + u".dll"_s;
#else
    return QCoreApplication::applicationDirPath() + u'/' + name + u".so"_s;
#endif
}

bool hasOpenPlaceholder(const Finding& finding)
{
    static const QRegularExpression placeholder(u"\\{[a-zA-Z]+\\}"_s);
    for (const auto& text : { finding.found, finding.meaning, finding.remedy.text })
        if (filled(text, finding.facts, environment::Disclosure::Full).contains(placeholder))
            return true;
    return false;
}

} // namespace

Finding measured(const char* checkId, const environment::Situation& situation, const environment::Policy& policy)
{
    const auto checks = environment::keysChecks();
    const auto check = std::find_if(
        checks.begin(), checks.end(), [checkId](const auto& one) { return qstrcmp(one->traits().id, checkId) == 0; });
    if (check == checks.end())
        qFatal("no check %s", checkId);
    return (*check)->measure(situation, policy, {});
}

QString missingIn(const Finding& finding)
{
    if (finding.found.isEmpty() || finding.code.isEmpty())
        return u"no sentence, or no code"_s;
    if (hasOpenPlaceholder(finding))
        return u"a placeholder without a fact: "_s + finding.found;
    const bool isBad = finding.outcome == Outcome::Warning || finding.outcome == Outcome::Failed;
    if (isBad && (finding.meaning.isEmpty() || finding.remedy.text.isEmpty()))
        return u"no meaning or no remedy: "_s + finding.found;
    for (const auto& part : finding.parts)
        if (const auto missing = missingIn(part); !missing.isEmpty())
            return missing;
    return {};
}

QString foundText(const Finding& finding)
{
    return filled(finding.found, finding.facts, environment::Disclosure::Full);
}

const Finding* partOf(const Finding& finding, const QString& code)
{
    const auto part = std::find_if(
        finding.parts.begin(), finding.parts.end(), [&code](const Finding& one) { return one.code == code; });
    return part == finding.parts.end() ? nullptr : &*part;
}

environment::Situation withModules(const QStringList& modules)
{
    environment::Situation situation;
    situation.modules = modules;
    return situation;
}

demonstration::Validity daysFromNow(int from, int until)
{
    const auto now = QDateTime::currentDateTimeUtc();
    // An hour more, so that the days still are as many when they are counted.
    return { now.addDays(from), now.addDays(until).addSecs(3600) };
}

QString crashingDriver() { return driver(u"crashing-driver"_s); }
QString hangingDriver() { return driver(u"hanging-driver"_s); }

} // namespace bidseal::test
