#include "core/seal/Seal.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace bidseal;
using namespace bidseal::seal;
using namespace Qt::StringLiterals;

namespace {

/// A red disc on a transparent ground with a transparent border of a tenth.
QImage disc(QSize size)
{
    QImage picture(size, QImage::Format_ARGB32);
    picture.fill(Qt::transparent);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QPointF fromCentre((x + 0.5) / size.width() - 0.5, (y + 0.5) / size.height() - 0.5);
            if (QPointF::dotProduct(fromCentre, fromCentre) < 0.16)
                picture.setPixel(x, y, qRgba(200, 0, 0, 128));
        }
    }
    return picture;
}

ErrorCode codeOf(const Result<Seal>& seal) { return seal ? ErrorCode::InternalFault : seal.error().code; }

} // namespace

class tst_Seal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsAlphaAndTransparentBorder();
    void missingSideFollowsFromThePicture();
    void readsNothingButPng();
    void refusesWhatIsTooLarge();
    void refusesAnInvisiblePicture();
    void refusesImpossibleSizes();
    void limitsOfEachKindHoldItsUsualSize();
    void guessesTheKindFromTheName_data();
    void guessesTheKindFromTheName();

private:
    QString save(const QImage& picture, const QString& name, const char* format = "png")
    {
        const QString path = m_folder.filePath(name);
        return picture.save(path, format) ? path : QString();
    }
    QTemporaryDir m_folder;
};

void tst_Seal::keepsAlphaAndTransparentBorder()
{
    const auto seal = loadSeal(save(disc({ 100, 100 }), u"公章.png"_s), u"公章"_s, Kind::Company, { 42, 42 });
    QVERIFY(seal);
    QCOMPARE(seal->picture.size(), QSize(100, 100));
    QCOMPARE(seal->picture.format(), QImage::Format_ARGB32);
    QCOMPARE(qAlpha(seal->picture.pixel(0, 0)), 0);
    QCOMPARE(seal->picture.pixel(50, 50), qRgba(200, 0, 0, 128));
    QCOMPARE(seal->sizeMm, QSizeF(42, 42));
}

void tst_Seal::missingSideFollowsFromThePicture()
{
    const QString path = save(disc({ 200, 100 }), u"oval.png"_s);
    QCOMPARE(loadSeal(path, {}, Kind::Other, { 40, 0 })->sizeMm, QSizeF(40, 20));
    QCOMPARE(loadSeal(path, {}, Kind::Other, { 0, 30 })->sizeMm, QSizeF(60, 30));
}

void tst_Seal::readsNothingButPng()
{
    const QString jpeg = save(disc({ 50, 50 }), u"jpeg.png"_s, "jpg");
    QCOMPARE(codeOf(loadSeal(jpeg, {}, Kind::Other, { 40, 40 })), ErrorCode::SealPictureUnreadable);
    const QString cut = save(disc({ 300, 300 }), u"cut.png"_s);
    QFile file(cut);
    QVERIFY(file.resize(file.size() / 2));
    QCOMPARE(codeOf(loadSeal(cut, {}, Kind::Other, { 40, 40 })), ErrorCode::SealPictureUnreadable);
    QCOMPARE(codeOf(loadSeal(m_folder.filePath(u"none.png"_s), {}, Kind::Other, { 40, 40 })), ErrorCode::FileNotFound);
}

void tst_Seal::refusesWhatIsTooLarge()
{
    QImage wide(8001, 1, QImage::Format_ARGB32);
    wide.fill(Qt::red);
    QCOMPARE(
        codeOf(loadSeal(save(wide, u"wide.png"_s), {}, Kind::Other, { 40, 40 })), ErrorCode::SealPictureUnreadable);
}

void tst_Seal::refusesAnInvisiblePicture()
{
    QImage nothing(50, 50, QImage::Format_ARGB32);
    nothing.fill(Qt::transparent);
    QCOMPARE(codeOf(loadSeal(save(nothing, u"nothing.png"_s), {}, Kind::Other, { 40, 40 })),
        ErrorCode::SealPictureUnreadable);
}

void tst_Seal::refusesImpossibleSizes()
{
    const QString path = save(disc({ 50, 50 }), u"seal.png"_s);
    for (const auto& size : { QSizeF(0, 0), QSizeF(2.9, 0), QSizeF(201, 0), QSizeF(40, 2), QSizeF(qQNaN(), qQNaN()) })
        QCOMPARE(codeOf(loadSeal(path, {}, Kind::Other, size)), ErrorCode::SealSizeInvalid);
}

void tst_Seal::limitsOfEachKindHoldItsUsualSize()
{
    for (const auto kind :
        { Kind::Company, Kind::LegalRepresentative, Kind::Contract, Kind::Finance, Kind::Date, Kind::Other }) {
        const auto limits = sizeLimits(kind);
        QVERIFY(limits.smallest >= 3 && limits.smallest < limits.usual);
        QVERIFY(limits.usual < limits.largest && limits.largest <= 200);
    }
    QVERIFY(sizeLimits(Kind::Company).largest >= 60); // the largest seal that is registered
    QVERIFY(sizeLimits(Kind::LegalRepresentative).largest < sizeLimits(Kind::Company).smallest);
}

void tst_Seal::guessesTheKindFromTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("company") << u"公章.png"_s << Kind::Company;
    QTest::newRow("company in words") << u"示例公司公章（样章）.png"_s << Kind::Company;
    QTest::newRow("legal representative") << u"法定代表人章.png"_s << Kind::LegalRepresentative;
    QTest::newRow("legal representative, short") << u"法人章.png"_s << Kind::LegalRepresentative;
    QTest::newRow("contract") << u"合同专用章(1).png"_s << Kind::Contract;
    QTest::newRow("finance") << u"财务专用章.png"_s << Kind::Finance;
    QTest::newRow("date") << u"日期章.png"_s << Kind::Date;
    QTest::newRow("nothing") << u"scan0001.png"_s << Kind::Other;
}

void tst_Seal::guessesTheKindFromTheName()
{
    QFETCH(QString, name);
    QFETCH(Kind, kind);
    QCOMPARE(guessKind(name), kind);
}

QTEST_GUILESS_MAIN(tst_Seal)
#include "tst_Seal.moc"
