#include "ui/style/Icons.h"
#include "ui/style/Notice.h"
#include "ui/style/Theme.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using style::Appearance;

class tst_Theme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void controlsStandOut_data() { textIsReadable_data(); }
    void controlsStandOut();
    void iconsAreDrawnAtEveryScale();
    void disabledIconsAreDimmed();
    void anErrorShowsSentenceAndCode();
};

void tst_Theme::textIsReadable_data()
{
    QTest::addColumn<Appearance>("appearance");
    QTest::newRow("light") << Appearance::Light;
    QTest::newRow("dark") << Appearance::Dark;
}

void tst_Theme::textIsReadable()
{
    QFETCH(Appearance, appearance);
    for (const auto& pair : style::textPairs(style::colours(appearance))) {
        const double contrast = style::contrast(pair.text, pair.ground);
        QVERIFY2(contrast >= 4.5, qPrintable(u"%1: %2"_s.arg(QLatin1StringView(pair.name)).arg(contrast)));
    }
}

void tst_Theme::controlsStandOut()
{
    QFETCH(Appearance, appearance);
    const auto& colours = style::colours(appearance);
    QVERIFY(style::contrast(colours.controlEdge, colours.surface) >= 3.0);
    QVERIFY(style::contrast(colours.accent, colours.surface) >= 3.0);
}

void tst_Theme::iconsAreDrawnAtEveryScale()
{
    for (int glyph = 0; glyph <= static_cast<int>(style::Glyph::Files); ++glyph) {
        for (const int scale : { 1, 2, 3 }) {
            const auto image = style::icon(static_cast<style::Glyph>(glyph)).pixmap(QSize(24, 24), scale).toImage();
            QCOMPARE(image.size(), QSize(24, 24) * scale);
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    drawn += image.pixelColor(x, y).alpha() > 128;
            QVERIFY2(drawn > 10 * scale, qPrintable(u"icon %1 at %2×"_s.arg(glyph).arg(scale)));
        }
    }
}

void tst_Theme::disabledIconsAreDimmed()
{
    const auto icon = style::icon(style::Glyph::Open);
    QVERIFY(icon.pixmap(24, QIcon::Normal).toImage() != icon.pixmap(24, QIcon::Disabled).toImage());
}

void tst_Theme::anErrorShowsSentenceAndCode()
{
    style::Notice notice(style::Notice::Shape::Card);
    QVERIFY(!notice.isVisibleTo(nullptr) || notice.isHidden());
    notice.show(style::noticeFor({ ErrorCode::PinWrong, u"C_Login"_s, {} }));
    QCOMPARE(notice.text().tone, style::Tone::Bad);
    QVERIFY(notice.text().smallPrint.contains(u"pin-wrong"_s));
    QVERIFY2(!notice.accessibleName().contains(u"C_Login"_s), "details are for the log");
    notice.clear();
    QVERIFY(notice.isHidden());
}

QTEST_MAIN(tst_Theme)
#include "tst_Theme.moc"
