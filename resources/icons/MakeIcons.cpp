#include "ui/style/Icons.h"

#include <QBuffer>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QByteArray png(int side)
{
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    bidseal::style::paintApplicationMark(painter, QRectF(0, 0, side, side));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

/// Windows' icon file: a directory of pictures, each of them a PNG (since Vista).
QByteArray ico(const QList<int>& sides)
{
    QByteArray bytes, pictures;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream << quint16(0) << quint16(1) << quint16(sides.size());
    constexpr int kHeader = 6, kEntry = 16;
    for (const int side : sides) {
        const auto picture = png(side);
        stream << quint8(side & 0xFF) << quint8(side & 0xFF) << quint8(0) << quint8(0) << quint16(1) << quint16(32)
               << quint32(picture.size())
               << quint32(kHeader + kEntry * sides.size() + pictures.size()); // 256 is written as 0
        pictures += picture;
    }
    return bytes + pictures;
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// A folder for each size, as desktops look for them (freedesktop.org's icon theme specification).
bool writeTheme(const QDir& folder, const QList<int>& sides)
{
    return std::all_of(sides.begin(), sides.end(), [&folder](int side) {
        const auto place = u"hicolor/%1x%1/apps"_s.arg(side);
        return folder.mkpath(place) && write(folder.filePath(place + u"/bidseal.png"_s), png(side));
    });
}

/// Beside the first and last page of the Windows installer, in the size and the form that NSIS wants: the mark grown
/// out of its frame, on its own red.
QByteArray welcome()
{
    QImage image(164, 314, QImage::Format_RGB888);
    image.fill(QColor(0xC8, 0x1E, 0x2B));
    QPainter painter(&image);
    bidseal::style::paintApplicationMark(painter, QRectF(-48, 66, 260, 260));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "BMP");
    return bytes;
}

} // namespace

/// Draws the program's mark: for desktops into the folder that the first argument names, for the Windows installer into
/// the second.
int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    const QDir installer(QCoreApplication::arguments().value(2));
    const bool done = write(folder.filePath(u"bidseal.png"_s), png(256))
        && write(folder.filePath(u"bidseal.ico"_s), ico({ 16, 20, 24, 32, 40, 48, 64, 256 }))
        && writeTheme(folder, { 16, 22, 24, 32, 48, 64, 128, 256, 512 })
        && write(installer.filePath(u"welcome.bmp"_s), welcome());
    return done ? 0 : 1;
}
