#include "core/qr/QrCode.h"
#include "ui/mobile/QrView.h"
#include "ui/style/Theme.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bidseal;
using mobile::QrView;

namespace {

const QString kLink = u"https://relay.example.com/s/Zk3u1vWQ0yJq7o2XbN5r9A#"_s + QString(88, u'A');

/// As a screen of that scale shows it; the widget stands at an odd place in its window.
QImage shownAt(QrView& view, double scale)
{
    const QPoint place(7, 3);
    QImage image((QSizeF(view.size() + QSize(20, 20)) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::gray);
    view.render(&image, place);
    return image;
}

bool isDark(const QImage& image, int x, int y) { return qGray(image.pixel(x, y)) < 128; }

} // namespace

class tst_QrView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isCrispAtEveryScale_data();
    void isCrispAtEveryScale();
    void isDarkOnLightInADarkThemeToo();
    void hasANameAndNeverSpeaksTheLink();
    void emptyShowsNoCode();
};

void tst_QrView::isCrispAtEveryScale_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : { 1.0, 1.25, 1.5, 1.75, 2.0, 3.0 })
        QTest::addRow("%g", scale) << scale;
}

void tst_QrView::isCrispAtEveryScale()
{
    QFETCH(double, scale);
    QrView view;
    view.resize(view.sizeHint());
    view.setText(kLink);
    const auto image = shownAt(view, scale);

    const auto read = qr::readQrCode(image);
    QVERIFY(read);
    QCOMPARE(*read, kLink);

    // Whole device pixels a module, and nothing between black and white within the code.
    const auto code = qr::QrCode::encode(kLink);
    QVERIFY(code);
    QPoint corner(-1, -1);
    int right = -1;
    for (int y = 0; y < image.height() && corner.x() < 0; ++y)
        for (int x = 0; x < image.width(); ++x)
            if (isDark(image, x, y)) {
                corner = corner.x() < 0 ? QPoint(x, y) : corner;
                right = x;
            }
    QVERIFY(corner.x() >= 0);
    const int width = right - corner.x() + 1;
    QCOMPARE(width % code->size(), 0);
    const int module = width / code->size();
    QVERIFY(module >= 2 * scale);
    for (int y = 0; y < code->size(); ++y)
        for (int x = 0; x < code->size(); ++x)
            for (const QPoint inside : { QPoint(0, 0), QPoint(module - 1, module - 1) }) {
                const auto pixel = image.pixel(corner + QPoint(x, y) * module + inside) & 0xFFFFFF;
                QCOMPARE(pixel, code->isDark(x, y) ? 0x000000u : 0xFFFFFFu);
            }
}

void tst_QrView::isDarkOnLightInADarkThemeToo()
{
    style::applyTheme(*qApp, style::Appearance::Dark);
    QrView view;
    view.resize(view.sizeHint());
    view.setText(kLink);
    const auto image = shownAt(view, 1);
    style::applyTheme(*qApp, style::Appearance::Light);
    // The quiet zone of four modules is white.
    const QPoint inBorder(7 + view.width() / 2, 3 + 8);
    QCOMPARE(image.pixelColor(inBorder), QColor(Qt::white));
    QVERIFY(qr::readQrCode(image));
}

void tst_QrView::hasANameAndNeverSpeaksTheLink()
{
    QrView view;
    view.setText(kLink);
    auto* accessible = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(accessible);
    QVERIFY(accessible->text(QAccessible::Name).contains(u"QR"_s));
    for (const auto text : { QAccessible::Name, QAccessible::Value, QAccessible::Description, QAccessible::Help })
        QVERIFY(!accessible->text(text).contains(u"https"_s));
    QVERIFY(view.toolTip().isEmpty());
}

void tst_QrView::emptyShowsNoCode()
{
    QrView view;
    view.resize(view.sizeHint());
    view.setText(kLink);
    view.setText({});
    QVERIFY(!qr::readQrCode(shownAt(view, 1)));
}

QTEST_MAIN(tst_QrView)
#include "tst_QrView.moc"
