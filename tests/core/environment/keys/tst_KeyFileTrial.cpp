#include "core/environment/keys/KeyTrial.h"
#include "core/key/pkcs12/Pkcs12Key.h"
#include "tests/core/environment/keys/KeyDesk.h"
#include "tests/support/ForeignTools.h"

#include <QtTest>

using namespace bidseal;
using namespace bidseal::environment;
using namespace bidseal::test;
using namespace Qt::StringLiterals;
using demonstration::CertificateMint;

namespace {

constexpr std::string_view kPassword = "482913";

key::PinSource passwordOf(std::string_view password)
{
    return [password](const key::PinQuestion&) -> Result<Secret> { return Secret::fromUtf8(password); };
}

} // namespace

/// A process of its own: OpenSSL's legacy provider, which key files need, and SoftHSM clean up after each other badly.
class tst_KeyFileTrial : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"key.p12"_s);

private Q_SLOTS:
    void initTestCase();
    void keyFileSigns();
    void wrongPasswordIsTold();
};

void tst_KeyFileTrial::initTestCase()
{
    const auto mint = CertificateMint::create();
    QVERIFY(mint);
    const auto key = mint->issue({ .validity = daysFromNow(-10, 400) });
    QVERIFY(key);
    QVERIFY(testing::writeFile(m_path, *demonstration::keyFile(*key, kPassword)));
}

void tst_KeyFileTrial::keyFileSigns()
{
    key::Pkcs12Key key(m_path, passwordOf(kPassword));
    const auto finding = tryKey(key, {});
    QVERIFY2(finding.outcome == Outcome::Passed, qPrintable(finding.meaning));
    QCOMPARE(missingIn(finding), QString());
}

void tst_KeyFileTrial::wrongPasswordIsTold()
{
    key::Pkcs12Key key(m_path, passwordOf("another"));
    const auto finding = tryKey(key, {});
    QCOMPARE(finding.outcome, Outcome::Failed);
    QCOMPARE(finding.code, u"key-file-password-wrong"_s);
    QCOMPARE(missingIn(finding), QString());
}

QTEST_GUILESS_MAIN(tst_KeyFileTrial)
#include "tst_KeyFileTrial.moc"
