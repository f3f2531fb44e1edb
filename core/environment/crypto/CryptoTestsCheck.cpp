#include "core/environment/crypto/CryptoTestsCheck.h"

#include "core/environment/crypto/KnownAnswers.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CryptoChecks)
};

const auto kFreshKey = u"ECDSA P-256 (new key)"_s;

QStringList wrongOnes()
{
    QStringList wrong;
    for (const auto& answer : knownAnswers())
        if (!holds(answer))
            wrong.append(QString::fromLatin1(answer.name));
    if (!freshKeySigns())
        wrong.append(kFreshKey);
    wrong.removeDuplicates();
    return wrong;
}

} // namespace

CheckTraits CryptoTestsCheck::traits() const { return { .id = "crypto-tests", .group = Group::Crypto }; }

QString CryptoTestsCheck::title() const { return Words::tr("Cryptography computes correctly"); }

Finding CryptoTestsCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const Fact count { u"tests"_s, static_cast<qint64>(knownAnswers().size()) + 1 };
    const auto wrong = wrongOnes();
    if (wrong.isEmpty())
        return passed("right-answers", Words::tr("All {tests} computations gave the published result.")).with(count);
    return failed("wrong-answers",
        Words::tr("Of {tests} computations with a published result, these gave another one or none: {wrong}."))
        .means(Words::tr("Digests, signatures or the connection to the phone would be wrong on this computer: what is "
                         "signed here may be rejected when the bids are opened."))
        .todo(Words::tr("Do not sign on this computer now. Restart it and check again; if that does not help, sign on "
                        "another computer and send this report to support."))
        .with(count)
        .with({ u"wrong"_s, QJsonArray::fromStringList(wrong) });
}

} // namespace bidseal::environment
