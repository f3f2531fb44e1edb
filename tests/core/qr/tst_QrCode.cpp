#include "core/qr/QrCode.h"
#include "tests/support/Problem.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QtTest>

#include <cmath>

using namespace bidseal;
using namespace bidseal::qr;
using namespace bidseal::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray randomBytes(QRandomGenerator& random, int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (auto& byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QString base64Url(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// As docs/relay-protocol.md, 2: origin, session, and behind the # versions, public key and secret.
QString sampleLink(QRandomGenerator& random)
{
    QString host;
    const int labels = random.bounded(1, 4);
    for (int label = 0; label < labels; ++label) {
        for (int i = random.bounded(2, 14); i > 0; --i)
            host += QChar(u'a' + random.bounded(26));
        host += u'.';
    }
    host += u"example"_s;
    const auto port = random.bounded(2) ? u":%1"_s.arg(random.bounded(1024, 65536)) : QString();
    QByteArray behind("\x01\x01", 2);
    behind += randomBytes(random, 64);
    return u"https://%1%2/s/%3#%4"_s.arg(host, port, base64Url(randomBytes(random, 16)), base64Url(behind));
}

double between(QRandomGenerator& random, double from, double to)
{
    return from + random.generateDouble() * (to - from);
}

/// What a phone's camera makes of a screen. Pixels are those of the finished picture.
struct Photograph {
    double pixelsPerModule = 3.6;
    double rotationDegrees = 0;
    QPointF corners[4]; ///< by which perspective moves each, as a share of the code's side
    double blurPixels = 0; ///< radius of the box that each of two passes averages over
    int jpegQuality = 100;
    double contrast = 1, brightness = 0; ///< of paper and ink

    /// Turned by any angle, corners moved by up to 4 %, blurred over up to 0.6 pixels to each side twice, JPEG quality
    /// 40 to 90, contrast from 50 %.
    static Photograph any(QRandomGenerator& random)
    {
        Photograph photograph;
        photograph.rotationDegrees = between(random, 0, 360);
        for (auto& corner : photograph.corners)
            corner = { between(random, -0.04, 0.04), between(random, -0.04, 0.04) };
        photograph.blurPixels = between(random, 0, 0.6);
        photograph.jpegQuality = random.bounded(40, 91);
        photograph.contrast = between(random, 0.5, 1);
        photograph.brightness = between(random, 0, 1 - photograph.contrast);
        return photograph;
    }
    [[nodiscard]] QImage of(const QrCode& code) const;
};

/// Averages over a box of a width that need not be whole, along one direction.
QImage averaged(const QImage& grey, double radius, QPoint direction)
{
    QImage result(grey.size(), QImage::Format_Grayscale8);
    const auto at = [&](int x, int y) {
        return double(grey.constScanLine(std::clamp(y, 0, grey.height() - 1))[std::clamp(x, 0, grey.width() - 1)]);
    };
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            const double sum = at(x, y)
                + radius * (at(x - direction.x(), y - direction.y()) + at(x + direction.x(), y + direction.y()));
            result.scanLine(y)[x] = static_cast<uchar>(std::lround(sum / (1 + 2 * radius)));
        }
    }
    return result;
}

QImage Photograph::of(const QrCode& code) const
{
    constexpr int kFine = 12; // pixels a module of what is photographed
    const QImage screen = code.image(kFine);
    const double side = (code.size() + 2 * QrCode::kBorder) * pixelsPerModule;
    const QPointF middle(side * 0.75, side * 0.75);
    const QTransform turn = QTransform().translate(middle.x(), middle.y()).rotate(rotationDegrees);
    QPolygonF seen;
    const QPointF upright[] = { { -0.5, -0.5 }, { 0.5, -0.5 }, { 0.5, 0.5 }, { -0.5, 0.5 } };
    for (int i = 0; i < 4; ++i)
        seen << turn.map((upright[i] + corners[i]) * side);
    const double width = screen.width();
    const QPolygonF flat { QPointF(0, 0), QPointF(width, 0), QPointF(width, width), QPointF(0, width) };
    QTransform perspective;
    if (!QTransform::quadToQuad(flat, seen, perspective))
        qFatal("no perspective");

    // Drawn three times as large and made smaller, so that every pixel is a mean, as a camera's is.
    constexpr int kOver = 3;
    QImage large(QSizeF(middle.x() * 2, middle.y() * 2).toSize() * kOver, QImage::Format_RGB32);
    large.fill(QColor(200, 200, 200));
    QPainter painter(&large);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(perspective * QTransform::fromScale(kOver, kOver));
    painter.drawImage(0, 0, screen);
    painter.end();
    QImage grey = large.scaled(large.size() / kOver, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .convertToFormat(QImage::Format_Grayscale8);
    for (int pass = 0; pass < 2; ++pass)
        grey = averaged(averaged(grey, blurPixels, { 1, 0 }), blurPixels, { 0, 1 });
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x) {
            auto& pixel = grey.scanLine(y)[x];
            pixel = static_cast<uchar>(std::lround(pixel * contrast + 255 * brightness));
        }
    }
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    if (!grey.save(&buffer, "jpg", jpegQuality))
        qFatal("no JPEG");
    return QImage::fromData(jpeg, "jpg");
}

QImage besideEachOther(const QImage& left, const QImage& right)
{
    QImage both(left.width() + right.width(), std::max(left.height(), right.height()), QImage::Format_RGB32);
    both.fill(Qt::white);
    QPainter painter(&both);
    painter.drawImage(0, 0, left);
    painter.drawImage(left.width(), 0, right);
    return both;
}

/// What a terminal would show, one pixel a module.
QImage shownByTerminal(const QString& text)
{
    static const QRegularExpression cell(u"\\x1b\\[(?:38;5;(\\d+);)?48;5;(\\d+)m([ \u2584])"_s);
    const auto colour = [](const QString& number) { return number == u"16"_s ? Qt::black : Qt::white; };
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QImage picture;
    for (int row = 0; row < lines.size(); ++row) {
        if (!lines[row].endsWith(u"\x1b[0m"_s))
            return {};
        std::vector<std::pair<QColor, QColor>> cells;
        for (auto found = cell.globalMatch(lines[row]); found.hasNext();) {
            const auto match = found.next();
            const QColor paper = colour(match.captured(2));
            cells.emplace_back(paper, match.captured(3) == u" "_s ? paper : QColor(colour(match.captured(1))));
        }
        const int width = static_cast<int>(cells.size());
        if (picture.isNull())
            picture = QImage(width, static_cast<int>(lines.size()) * 2, QImage::Format_RGB32);
        if (width != picture.width())
            return {};
        for (int x = 0; x < width; ++x) {
            picture.setPixelColor(x, 2 * row, cells[static_cast<std::size_t>(x)].first);
            picture.setPixelColor(x, 2 * row + 1, cells[static_cast<std::size_t>(x)].second);
        }
    }
    return picture;
}

} // namespace

class tst_QrCode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linksAreReadFromPhotographs();
    void everyLinkHasTheQuietZoneAndLevelM();
    void chineseTextIsReadAsItWasWritten();
    void terminalShowsTheWholeCode();
    void tooMuchTextIsRefused();
    void picturesWithoutOneCodeAreUnreadable_data();
    void picturesWithoutOneCodeAreUnreadable();
    void transparentPicturesAreReadAsPaper();
};

void tst_QrCode::linksAreReadFromPhotographs()
{
    int unread = 0;
    for (quint32 number = 0; number < 200; ++number) {
        QRandomGenerator random(number);
        const QString link = sampleLink(random);
        QVERIFY(link.size() <= 200);
        const auto code = QrCode::encode(link);
        QVERIFY2(code, problemOf(code).constData());
        const QImage seen = Photograph::any(random).of(*code);
        const auto read = readQrCode(seen);
        if (!read) {
            ++unread;
            qWarning("number %u: %s", number, problemOf(read).constData());
            continue;
        }
        QCOMPARE(*read, link);
    }
    QCOMPARE(unread, 0);
}

void tst_QrCode::everyLinkHasTheQuietZoneAndLevelM()
{
    QRandomGenerator random(4711);
    const auto code = QrCode::encode(sampleLink(random));
    QVERIFY(code);
    const QImage picture = code->image(3);
    QCOMPARE(picture.size(), QSize(1, 1) * (code->size() + 8) * 3);
    for (int i = 0; i < picture.width(); ++i) {
        for (int depth = 0; depth < 4 * 3; ++depth) {
            for (const auto at : { QPoint(i, depth), QPoint(i, picture.height() - 1 - depth), QPoint(depth, i),
                     QPoint(picture.width() - 1 - depth, i) })
                QCOMPARE(picture.pixelColor(at), QColor(Qt::white));
        }
    }
    // Format information beside the upper left finder (ISO/IEC 18004, 7.9.1): level M is 00 before the mask 10 is put
    // on.
    QCOMPARE(code->isDark(0, 8), true);
    QCOMPARE(code->isDark(1, 8), false);
}

void tst_QrCode::chineseTextIsReadAsItWasWritten()
{
    const auto text = u"示例建设工程有限公司"_s;
    const auto read = readQrCode(QrCode::encode(text)->image(4));
    QVERIFY2(read, problemOf(read).constData());
    QCOMPARE(*read, text);
}

void tst_QrCode::terminalShowsTheWholeCode()
{
    QRandomGenerator random(7);
    const QString link = sampleLink(random);
    const auto code = QrCode::encode(link);
    const QImage shown = shownByTerminal(code->terminalText());
    QVERIFY(!shown.isNull());
    QCOMPARE(shown.width(), code->size() + 8);
    QVERIFY(shown.height() >= code->size() + 8);
    const auto read = readQrCode(shown.scaled(shown.size() * 4));
    QVERIFY2(read, problemOf(read).constData());
    QCOMPARE(*read, link);
}

void tst_QrCode::tooMuchTextIsRefused()
{
    const auto code = QrCode::encode(QString(5000, u'x'));
    QVERIFY(!code);
    QCOMPARE(code.error().code, ErrorCode::InternalFault);
}

void tst_QrCode::picturesWithoutOneCodeAreUnreadable_data()
{
    QTest::addColumn<QImage>("picture");
    const QImage first = QrCode::encode(u"https://relay.example/s/first"_s)->image(4);
    const QImage second = QrCode::encode(u"https://relay.example/s/second"_s)->image(4);
    QImage paper(400, 400, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QTest::newRow("no picture") << QImage();
    QTest::newRow("empty paper") << paper;
    QTest::newRow("two codes") << besideEachOther(first, second);
    QTest::newRow("cut off") << first.copy(0, 0, first.width() * 6 / 10, first.height());
    QImage stained = first;
    QPainter(&stained).fillRect(first.rect().center().x() - 40, 0, 80, first.height(), Qt::white);
    QTest::newRow("wiped out in the middle") << stained;
}

void tst_QrCode::picturesWithoutOneCodeAreUnreadable()
{
    QFETCH(QImage, picture);
    const auto read = readQrCode(picture);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::QrCodeUnreadable);
}

void tst_QrCode::transparentPicturesAreReadAsPaper()
{
    QImage picture
        = QrCode::encode(u"https://relay.example/s/sample"_s)->image(4).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            if (picture.pixelColor(x, y) == QColor(Qt::white))
                picture.setPixelColor(x, y, Qt::transparent);
        }
    }
    const auto read = readQrCode(picture);
    QVERIFY2(read, problemOf(read).constData());
}

QTEST_GUILESS_MAIN(tst_QrCode)
#include "tst_QrCode.moc"
