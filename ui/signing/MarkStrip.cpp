#include "ui/signing/MarkStrip.h"

#include "ui/style/Theme.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {
constexpr int kPicture = 56;
constexpr int kPad = 8;
constexpr int kColumn = 104;
} // namespace

MarkStrip::MarkStrip(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MarkStrip::setMarks(const std::vector<seal::PlacedSeal>& marks)
{
    m_groups.clear();
    for (const auto& mark : marks) {
        const auto same = std::find_if(m_groups.begin(), m_groups.end(), [&](const Group& group) {
            return group.seal.name == mark.seal.name && group.seal.picture.cacheKey() == mark.seal.picture.cacheKey();
        });
        auto& group = same != m_groups.end() ? *same : m_groups.emplace_back(Group { mark.seal, {} });
        group.pages.push_back(mark.placement.page + 1);
    }
    QStringList spoken;
    for (auto& group : m_groups) {
        std::sort(group.pages.begin(), group.pages.end());
        spoken << u"%1, %2"_s.arg(group.seal.name, pagesText(group));
    }
    setAccessibleName(spoken.join(u"; "_s));
    setToolTip(spoken.join(u'\n'));
    setVisible(!m_groups.empty());
    updateGeometry();
    update();
}

QString MarkStrip::pagesText(const Group& group)
{
    constexpr std::size_t kListed = 2;
    if (group.pages.size() > kListed)
        return tr("on %n page(s)", nullptr, static_cast<int>(group.pages.size()));
    if (group.pages.size() == kListed)
        return tr("pages %1 and %2").arg(group.pages[0]).arg(group.pages[1]);
    return tr("page %1").arg(group.pages.front());
}

QSize MarkStrip::cell() const { return { kColumn, kPicture + 2 * kPad + 2 * fontMetrics().height() + kPad }; }

int MarkStrip::columns(int width) const { return std::max(1, width / cell().width()); }

int MarkStrip::heightForWidth(int width) const
{
    const int count = static_cast<int>(m_groups.size());
    return (count + columns(width) - 1) / columns(width) * cell().height();
}

QSize MarkStrip::sizeHint() const { return { 3 * cell().width(), heightForWidth(3 * cell().width()) }; }

void MarkStrip::paintEvent(QPaintEvent*)
{
    const auto& colours = style::colours();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int line = fontMetrics().height() + 2;
    for (int i = 0; i < static_cast<int>(m_groups.size()); ++i) {
        const auto& group = m_groups[static_cast<std::size_t>(i)];
        const QPoint corner(i % columns(width()) * cell().width(), i / columns(width()) * cell().height());
        const QRectF paper(corner, QSizeF(kColumn - kPad, kPicture + 2 * kPad));
        painter.setPen(colours.edge);
        painter.setBrush(Qt::white); // paper is white in every theme
        painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);

        const QSizeF fitted
            = QSizeF(group.seal.picture.size()).scaled(QSizeF(paper.width() - 2 * kPad, kPicture), Qt::KeepAspectRatio);
        QRectF place({}, fitted);
        place.moveCenter(paper.center());
        // Far smaller than the picture: averaged first, or fine strokes would break.
        const auto pixels = (fitted * devicePixelRatioF()).toSize();
        painter.drawImage(place, group.seal.picture.scaled(pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation));

        const QRect text(corner.x(), qRound(paper.bottom()) + 4, kColumn - kPad, line);
        painter.setPen(colours.text);
        painter.drawText(
            text, Qt::AlignHCenter, fontMetrics().elidedText(group.seal.name, Qt::ElideRight, text.width()));
        painter.setPen(colours.quietText);
        painter.drawText(text.translated(0, line), Qt::AlignHCenter,
            fontMetrics().elidedText(pagesText(group), Qt::ElideRight, text.width()));
    }
}

} // namespace bidseal::signing
