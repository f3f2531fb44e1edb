#include "ui/start/RecentRow.h"

#include "ui/style/Icons.h"
#include "ui/style/Theme.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace bidseal::start {

namespace {
constexpr int kIcon = 22;
constexpr int kPadding = 10;
constexpr int kLineGap = 3; ///< Chinese glyphs of a substituted font reach lower
constexpr int kTextLeft = kPadding + kIcon + 12;

/// As people write it: from the home folder, except on Windows, where "~" says nothing to them.
QString folderText(const QString& path)
{
    const auto folder = QFileInfo(path).path();
    const auto home = QDir::homePath();
    const bool isAtHome = folder == home || folder.startsWith(home + u'/');
    if (isAtHome && QDir::separator() == u'/')
        return u'~' + folder.mid(home.size());
    return QDir::toNativeSeparators(folder);
}
} // namespace

RecentRow::RecentRow(const RecentFiles::Entry& entry, QWidget* parent)
    : QPushButton(parent)
    , m_name(QFileInfo(entry.path).fileName())
    , m_folder(folderText(entry.path))
    , m_missing(entry.presence == RecentFiles::Presence::Missing)
{
    setObjectName(u"recentRow"_s);
    setAutoDefault(true); // Return opens it
    setAccessibleName(m_missing ? tr("%1 in %2, not there any more").arg(m_name, m_folder)
                                : tr("Open %1 in %2").arg(m_name, m_folder));
    setToolTip(QDir::toNativeSeparators(entry.path));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RecentRow::sizeHint() const { return { 320, 2 * (fontMetrics().height() + kLineGap) + 16 }; }

void RecentRow::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(colours.hover) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    style::paintGlyph(painter, style::Glyph::Document, QRectF(kPadding, (height() - kIcon) / 2.0, kIcon, kIcon),
        m_missing ? colours.disabledText : colours.accent);
    const int line = fontMetrics().height() + kLineGap;
    const int room = width() - kTextLeft - kPadding;
    const int top = (height() - 2 * line) / 2;
    painter.setPen(m_missing ? colours.quietText : colours.text);
    painter.drawText(
        QRect(kTextLeft, top, room, line), Qt::AlignVCenter, fontMetrics().elidedText(m_name, Qt::ElideMiddle, room));
    painter.setPen(colours.quietText);
    painter.drawText(QRect(kTextLeft, top + line, room, line), Qt::AlignVCenter,
        fontMetrics().elidedText(
            m_missing ? tr("Not there any more · %1").arg(m_folder) : m_folder, Qt::ElideMiddle, room));
}

} // namespace bidseal::start
