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

} // namespace

/// Draws the program's mark into the folder that the first argument names: for installers and desktops, which want
/// files.
int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const QDir folder(QCoreApplication::arguments().value(1));
    const bool done = write(folder.filePath(u"bidseal.png"_s), png(256))
        && write(folder.filePath(u"bidseal.ico"_s), ico({ 16, 20, 24, 32, 40, 48, 64, 256 }))
        && writeTheme(folder, { 16, 22, 24, 32, 48, 64, 128, 256, 512 });
    return done ? 0 : 1;
}
