#include "core/environment/ShownWords.h"

#include <QCoreApplication>

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

} // namespace

QString shownWordFor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::NotApplicable:
        return Words::tr("Not applicable");
    case Outcome::Passed:
        return Words::tr("Passed");
    case Outcome::Warning:
        return Words::tr("Attention");
    case Outcome::CouldNotTell:
        return Words::tr("Could not tell");
    case Outcome::Failed:
        return Words::tr("Failed");
    }
    Q_UNREACHABLE();
}

QString shownSentenceFor(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Fit:
        return Words::tr("This computer is fit to sign on.");
    case Verdict::Undecided:
        return Words::tr("It cannot be told whether this computer is fit to sign on.");
    case Verdict::Unfit:
        return Words::tr("This computer is not fit to sign on.");
    }
    Q_UNREACHABLE();
}

bool needsAttention(const Finding& finding)
{
    return finding.outcome != Outcome::Passed && finding.outcome != Outcome::NotApplicable;
}

ShownFinding shown(const Finding& finding, Disclosure disclosure)
{
    const auto sentence = [&](const QString& text) { return filled(text, finding.facts, disclosure); };
    return { sentence(finding.found), sentence(finding.meaning), sentence(finding.remedy.text) };
}

} // namespace bidseal::environment
