#include "core/signing/SignerShares.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::signing;
using namespace Qt::StringLiterals;

namespace {

seal::PlacedSeal placed(const QString& name, const QStringList& enrolledHolders)
{
    seal::Seal seal;
    seal.name = name;
    for (const auto& holder : enrolledHolders)
        seal.certificates.push_back({ u"00"_s, holder });
    return { seal, {} };
}

seal::PlacedSeal heldBy(const QString& name, const QString& holder)
{
    seal::Seal seal;
    seal.name = name;
    seal.holder = holder;
    return { seal, {} };
}

/// "holder: name name"
QStringList textOf(const std::vector<SignerShare>& shares)
{
    QStringList lines;
    for (const auto& share : shares) {
        QStringList names;
        for (const auto& placed : share.seals)
            names += placed.seal.name;
        lines += share.holder + u": "_s + names.join(u' ');
    }
    return lines;
}

} // namespace

class tst_SignerShares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sealsOfOneHolderGoTogether()
    {
        QCOMPARE(textOf(shareOut({ placed(u"a"_s, { u"示例公司"_s }), heldBy(u"b"_s, u" 示例 公司"_s) })),
            QStringList(u"示例公司: a b"_s));
    }
    void sealsOfTwoHoldersNeedTwoSigners()
    {
        QCOMPARE(textOf(shareOut({ placed(u"a"_s, { u"示例公司"_s }), placed(u"b"_s, { u"张样"_s }),
                     placed(u"c"_s, { u"示例公司"_s }) })),
            QStringList({ u"示例公司: a c"_s, u"张样: b"_s }));
    }
    void aSealThatMayLiveInTheCompanysKeyNeedsNoOther()
    {
        QCOMPARE(textOf(shareOut({ placed(u"b"_s, { u"张样"_s, u"示例公司"_s }), placed(u"a"_s, { u"示例公司"_s }) })),
            QStringList(u"示例公司: a b"_s));
    }
    void whoeverHasMostComesFirst()
    {
        QCOMPARE(textOf(shareOut({ placed(u"a"_s, { u"示例公司"_s }), placed(u"b"_s, { u"张样"_s }),
                     placed(u"c"_s, { u"张样"_s }) })),
            QStringList({ u"张样: b c"_s, u"示例公司: a"_s }));
    }
    void whatIsNobodysGoesWithTheFirst()
    {
        QCOMPARE(textOf(shareOut({ heldBy(u"x"_s, {}), placed(u"a"_s, { u"示例公司"_s }) })),
            QStringList(u"示例公司: a x"_s));
        QCOMPARE(textOf(shareOut({ heldBy(u"x"_s, {}) })), QStringList(u": x"_s));
    }
    void withoutSealsThereIsOneSigner() { QCOMPARE(textOf(shareOut({})), QStringList(u": "_s)); }
};

QTEST_GUILESS_MAIN(tst_SignerShares)
#include "tst_SignerShares.moc"
