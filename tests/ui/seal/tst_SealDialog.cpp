#include "ui/seal/SealDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

namespace {

const EnrolledCertificate kCompany { u"a1b2c3d4e5f6"_s, u"示例建设工程有限公司"_s };
const EnrolledCertificate kDirector { u"0f9e8d7c6b5a"_s, u"张三（示例建设工程有限公司）"_s };

Seal sample()
{
    QImage picture(100, 100, QImage::Format_ARGB32);
    picture.fill(Qt::red);
    return { u"id"_s, u"公章"_s, Kind::Company, picture, { 42, 42 } };
}

} // namespace

/// What a seal's owner says of it.
class tst_SealDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersEveryKind();
    void choosesCertificatesThatAreAtHand();
    void keepsCertificatesThatAreNotAtHand();
    void aCertificateSaysWhoseSealItIs();
    void datesAreLimitsOnlyWhereTheyAreWanted();
    void endsNotBeforeItBegins();
    void everyFieldHasAName();

private:
    template <class Widget> static Widget* in(const SealDialog& dialog, const char* name)
    {
        return dialog.findChild<Widget*>(QString::fromLatin1(name));
    }
    static Seal accepted(SealDialog& dialog)
    {
        QSignalSpy spy(&dialog, &SealDialog::sealAccepted);
        in<QPushButton>(dialog, "sealAccept")->click();
        return spy.isEmpty() ? Seal() : spy.front().front().value<Seal>();
    }
};

void tst_SealDialog::offersEveryKind()
{
    SealDialog dialog(sample());
    auto* const kind = in<QComboBox>(dialog, "sealKind");
    QCOMPARE(kind->count(), int(allKinds().size()));
    for (const auto one : allKinds())
        QVERIFY(kind->findData(static_cast<int>(one)) >= 0);
}

void tst_SealDialog::choosesCertificatesThatAreAtHand()
{
    SealDialog dialog(sample());
    dialog.offerCertificates({ kCompany, kDirector });
    auto* const list = in<QListWidget>(dialog, "sealCertificates");
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(1)->text().contains(kDirector.holder));
    list->item(1)->setCheckState(Qt::Checked);
    QVERIFY(accepted(dialog).certificates == std::vector { kDirector });
}

void tst_SealDialog::keepsCertificatesThatAreNotAtHand()
{
    auto seal = sample();
    seal.certificates = { kCompany };
    {
        SealDialog dialog(seal);
        dialog.offerCertificates({ kDirector });
        QCOMPARE(in<QListWidget>(dialog, "sealCertificates")->count(), 2);
        QVERIFY(accepted(dialog).certificates == seal.certificates);
    }
    SealDialog dialog(seal);
    dialog.offerCertificates({ kCompany });
    QCOMPARE(in<QListWidget>(dialog, "sealCertificates")->count(), 1); // none twice
    in<QListWidget>(dialog, "sealCertificates")->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(accepted(dialog).certificates.empty());
}

void tst_SealDialog::aCertificateSaysWhoseSealItIs()
{
    SealDialog dialog(sample());
    dialog.offerCertificates({ kCompany, kDirector });
    auto* const list = in<QListWidget>(dialog, "sealCertificates");
    list->item(0)->setCheckState(Qt::Checked);
    QCOMPARE(in<QLineEdit>(dialog, "sealHolder")->text(), kCompany.holder);
    list->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(in<QLineEdit>(dialog, "sealHolder")->text(), kCompany.holder);
}

void tst_SealDialog::datesAreLimitsOnlyWhereTheyAreWanted()
{
    auto seal = sample();
    seal.validUntil = QDate(2027, 12, 31);
    SealDialog dialog(seal);
    QVERIFY(!in<QDateEdit>(dialog, "sealValidFrom")->isEnabled());
    QCOMPARE(in<QDateEdit>(dialog, "sealValidUntil")->date(), seal.validUntil);
    in<QCheckBox>(dialog, "sealValidUntilLimit")->setChecked(false);
    in<QCheckBox>(dialog, "sealValidFromLimit")->setChecked(true);
    in<QDateEdit>(dialog, "sealValidFrom")->setDate(QDate(2026, 1, 1));
    const auto changed = accepted(dialog);
    QCOMPARE(changed.validFrom, QDate(2026, 1, 1));
    QVERIFY(changed.validUntil.isNull());
}

void tst_SealDialog::endsNotBeforeItBegins()
{
    SealDialog dialog(sample());
    in<QCheckBox>(dialog, "sealValidFromLimit")->setChecked(true);
    in<QCheckBox>(dialog, "sealValidUntilLimit")->setChecked(true);
    in<QDateEdit>(dialog, "sealValidFrom")->setDate(QDate(2027, 1, 2));
    in<QDateEdit>(dialog, "sealValidUntil")->setDate(QDate(2027, 1, 1));
    QVERIFY(!in<QPushButton>(dialog, "sealAccept")->isEnabled());
    QVERIFY(!in<QLabel>(dialog, "sealDayProblem")->text().isEmpty());
    in<QDateEdit>(dialog, "sealValidUntil")->setDate(QDate(2027, 1, 2));
    QVERIFY(in<QPushButton>(dialog, "sealAccept")->isEnabled());
}

void tst_SealDialog::everyFieldHasAName()
{
    SealDialog dialog(sample());
    for (const auto* name :
        { "sealName", "sealKind", "sealWidth", "sealHolder", "sealCertificates", "sealValidFrom", "sealValidUntil" })
        QVERIFY2(!in<QWidget>(dialog, name)->accessibleName().isEmpty(), name);
}

QTEST_MAIN(tst_SealDialog)
#include "tst_SealDialog.moc"
