#include "tests/ui/document/DocumentFixture.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

namespace bidseal::testing {

using namespace Qt::StringLiterals;

namespace {

constexpr int kDpi = 150;

void drawLine(QPainter& painter, const QString& line)
{
    QFont font(u"Noto Sans CJK SC"_s, 16);
    painter.setFont(font);
    painter.drawText(QPointF(kDpi, kDpi), line);
}

} // namespace

void writePages(const QString& path, const QStringList& lines)
{
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDpi);
    QPainter painter(&writer);
    for (int page = 0; page < lines.size(); ++page) {
        if (page > 0)
            writer.newPage();
        drawLine(painter, lines.at(page));
    }
}

void writeManyPages(const QString& path, int count)
{
    QPdfWriter writer(path);
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDpi);
    const auto orient = [&writer](int page) {
        writer.setPageLayout(QPageLayout(
            QPageSize(QPageSize::A4), page % 10 == 7 ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
    };
    orient(0);
    QPainter painter(&writer);
    for (int page = 0; page < count; ++page) {
        if (page > 0) {
            orient(page);
            writer.newPage();
        }
        drawLine(painter, u"sample page %1"_s.arg(page + 1));
    }
}

std::unique_ptr<document::DocumentSession> openSession(const QString& path, Secret password)
{
    auto session = std::make_unique<document::DocumentSession>();
    QSignalSpy opened(session.get(), &document::DocumentSession::opened);
    session->open(path, std::move(password));
    return opened.wait(20000) ? std::move(session) : nullptr;
}

seal::Seal squareSeal(double sizeMm, const QString& name, seal::Kind kind, QColor colour)
{
    QImage picture(200, 200, QImage::Format_ARGB32);
    picture.fill(colour);
    return { name, name, kind, picture, QSizeF(sizeMm, sizeMm) };
}

QRect findColour(const QImage& image, QColor colour)
{
    const auto isNear = [&colour](QRgb pixel) {
        return std::abs(qRed(pixel) - colour.red()) < 40 && std::abs(qGreen(pixel) - colour.green()) < 40
            && std::abs(qBlue(pixel) - colour.blue()) < 40;
    };
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (isNear(image.pixel(x, y)))
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

} // namespace bidseal::testing
