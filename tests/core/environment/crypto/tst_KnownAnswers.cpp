#include "core/environment/crypto/KnownAnswers.h"

#include <QtTest>

#include <algorithm>

using namespace bidseal::environment;
using namespace Qt::StringLiterals;

namespace {

void addEveryAnswer()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(knownAnswers().size()); ++i) {
        const auto& answer = knownAnswers()[static_cast<std::size_t>(i)];
        QTest::addRow("%s, %s", answer.name, answer.source) << i;
    }
}

const KnownAnswer& answerAt(int index) { return knownAnswers()[static_cast<std::size_t>(index)]; }

QByteArray flipped(QByteArray bytes, qsizetype at)
{
    bytes[at] = static_cast<char>(bytes.at(at) ^ 1);
    return bytes;
}

} // namespace

class tst_KnownAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdOnThisComputer_data() { addEveryAnswer(); }
    void holdOnThisComputer();
    void doNotHoldWithAnotherAnswer_data() { addEveryAnswer(); }
    void doNotHoldWithAnotherAnswer();
    void doNotHoldForAnotherInput_data() { addEveryAnswer(); }
    void doNotHoldForAnotherInput();
    void doNotHoldWithoutTheirAlgorithm();
    void nameEverythingThatIsComputed();
    void freshKeySignsHere();
};

void tst_KnownAnswers::holdOnThisComputer()
{
    QFETCH(const int, index);
    QVERIFY(holds(answerAt(index)));
}

void tst_KnownAnswers::doNotHoldWithAnotherAnswer()
{
    QFETCH(const int, index);
    const auto& right = answerAt(index).expected;
    for (const auto at : { qsizetype(0), right.size() / 2, right.size() - 1 }) {
        auto wrong = answerAt(index);
        wrong.expected = flipped(right, at);
        QVERIFY2(!holds(wrong), QByteArray::number(at).constData());
    }
    auto none = answerAt(index);
    none.expected.clear();
    QVERIFY(!holds(none));
}

void tst_KnownAnswers::doNotHoldForAnotherInput()
{
    QFETCH(const int, index);
    auto wrong = answerAt(index);
    auto& changed = wrong.input.isEmpty() ? wrong.key : wrong.input;
    changed = flipped(changed, changed.size() / 2);
    QVERIFY(!holds(wrong));
}

void tst_KnownAnswers::doNotHoldWithoutTheirAlgorithm()
{
    for (auto unknown : knownAnswers()) {
        if (!unknown.algorithm)
            continue; // the key alone says how
        unknown.algorithm = "NO-SUCH-ALGORITHM";
        QVERIFY2(!holds(unknown), unknown.name);
    }
}

void tst_KnownAnswers::nameEverythingThatIsComputed()
{
    QStringList names;
    for (const auto& answer : knownAnswers())
        names.append(QString::fromLatin1(answer.name));
    for (const auto& needed : { u"SHA-256"_s, u"SHA-384"_s, u"SHA-512"_s, u"SM3"_s, u"SM4-ECB"_s, u"SM4-CBC"_s,
             u"AES-256-CBC"_s, u"AES-256-GCM"_s, u"RSA"_s, u"RSA-PSS"_s, u"ECDSA P-256"_s, u"ECDSA P-384"_s, u"SM2"_s,
             u"Ed25519"_s, u"X25519"_s, u"HMAC-SHA-256"_s, u"HKDF-SHA-256"_s })
        QVERIFY2(names.contains(needed), qPrintable(needed));
}

void tst_KnownAnswers::freshKeySignsHere() { QVERIFY(freshKeySigns()); }

QTEST_GUILESS_MAIN(tst_KnownAnswers)
#include "tst_KnownAnswers.moc"
