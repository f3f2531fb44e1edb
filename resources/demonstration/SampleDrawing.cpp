#include "resources/demonstration/SampleDrawing.h"

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

constexpr QRectF kSheetMm(25, 10, 262, 190); ///< the drawing's frame: 25 mm for binding, 10 mm elsewhere
constexpr QRectF kBuildingMm(64, 46, 190, 96); ///< 38.0 × 19.2 m at 1 : 200
constexpr double kWallMm = 1.2;
constexpr TextStyle kLabel { Typeface::Sans, 9 };
constexpr TextStyle kSmall { Typeface::Sans, 7.5, QColor(70, 78, 88) };

void wall(Typesetter& set, const QPointF& from, const QPointF& to) { set.line(from, to, kWallMm); }

/// An opening of 0.9 m whose leaf stands half open; `into` is 1 for down, -1 for up.
void door(Typesetter& set, const QPointF& hinge, int into)
{
    constexpr double width = 4.5;
    set.line(hinge, hinge + QPointF(width, 0), kWallMm + 0.3, Qt::white);
    set.line(hinge, hinge + QPointF(width * 0.7, width * 0.7 * into), 0.3);
}

void drawRooms(Typesetter& set)
{
    const auto& b = kBuildingMm;
    set.frame(b, kWallMm);
    const double upper = b.top() + 38, lower = b.bottom() - 34;
    wall(set, { b.left(), upper }, { b.right(), upper });
    wall(set, { b.left(), lower }, { b.left() + 76, lower });
    wall(set, { b.left() + 114, lower }, { b.right(), lower });
    for (const double x : { 38.0, 76.0, 114.0, 152.0 })
        wall(set, { b.left() + x, b.top() }, { b.left() + x, upper });
    for (const double x : { 38.0, 76.0, 114.0, 152.0 })
        wall(set, { b.left() + x, lower }, { b.left() + x, b.bottom() });

    for (const double x : { 8.0, 46.0, 84.0, 122.0, 160.0 })
        door(set, { b.left() + x, upper }, -1);
    for (const double x : { 8.0, 46.0, 122.0, 160.0 })
        door(set, { b.left() + x, lower }, 1);
    set.line({ b.left() + 86, b.bottom() }, { b.left() + 104, b.bottom() }, kWallMm + 0.3, Qt::white);

    const auto room = [&](double x, double y, double width, const QString& name, const QString& area) {
        set.text({ b.left() + x, y, width, 6 }, name, kLabel, Qt::AlignCenter);
        set.text({ b.left() + x, y + 6, width, 5 }, area, kSmall, Qt::AlignCenter);
    };
    const double top = b.top() + 13, bottom = lower + 11;
    room(0, top, 38, u"档案室"_s, u"57.8 m²"_s);
    room(38, top, 38, u"设备间"_s, u"57.8 m²"_s);
    room(76, top, 38, u"会议室"_s, u"57.8 m²"_s);
    room(114, top, 38, u"办公室"_s, u"57.8 m²"_s);
    room(152, top, 38, u"卫生间"_s, u"57.8 m²"_s);
    room(0, b.center().y() - 4, 190, u"办事大厅（改造区域）"_s, u"182.4 m²"_s);
    room(0, bottom, 38, u"自助服务区"_s, u"51.7 m²"_s);
    room(38, bottom, 38, u"咨询室"_s, u"51.7 m²"_s);
    room(76, bottom, 38, u"主入口"_s, {});
    room(114, bottom, 38, u"等候区"_s, u"51.7 m²"_s);
    room(152, bottom, 38, u"消防控制室"_s, u"51.7 m²"_s);
}

void drawAxes(Typesetter& set)
{
    const auto& b = kBuildingMm;
    const QColor axis(150, 60, 60);
    for (int i = 0; i <= 5; ++i) {
        const double x = b.left() + 38 * i;
        set.line({ x, b.bottom() + 2 }, { x, b.bottom() + 16 }, 0.12, axis);
        set.text({ x - 5, b.bottom() + 16, 10, 7 }, QString::number(i + 1), kLabel, Qt::AlignCenter);
        if (i == 5)
            continue;
        set.line({ x, b.bottom() + 11 }, { x + 38, b.bottom() + 11 }, 0.12);
        set.line({ x - 0.8, b.bottom() + 11.8 }, { x + 0.8, b.bottom() + 10.2 }, 0.35);
        set.text({ x, b.bottom() + 5.5, 38, 5 }, u"7600"_s, kSmall, Qt::AlignCenter);
    }
    const QList<double> rows { b.bottom(), b.bottom() - 34, b.top() + 38, b.top() };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        set.line({ b.left() - 13, rows.at(i) }, { b.left() - 2, rows.at(i) }, 0.12, axis);
        set.text({ b.left() - 20, rows.at(i) - 3.5, 7, 7 }, QString(QChar(u'A' + static_cast<char16_t>(i))), kLabel,
            Qt::AlignCenter);
    }
}

void drawTitleBlock(Typesetter& set, const TitleBlock& facts)
{
    const QRectF block(kSheetMm.right() - 118, kSheetMm.bottom() - 30, 118, 30);
    set.frame(block, 0.5, Qt::white);
    const QList<std::pair<QString, QString>> rows { { u"工程名称"_s, facts.project },
        { u"图名"_s, u"首层平面改造示意图　1 : 200"_s }, { u"编制单位"_s, facts.company },
        { u"日期"_s, u"%1　　第 %2 页　共 %3 页"_s.arg(facts.date).arg(facts.page).arg(facts.pageCount) } };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const double y = block.top() + 7.5 * static_cast<double>(i);
        if (i > 0)
            set.line({ block.left(), y }, { block.right(), y }, 0.12);
        set.text({ block.left() + 2, y, 20, 7.5 }, rows.at(i).first, kSmall, Qt::AlignLeft | Qt::AlignVCenter);
        set.text({ block.left() + 24, y, 92, 7.5 }, rows.at(i).second, kLabel, Qt::AlignLeft | Qt::AlignVCenter);
    }
    set.line({ block.left() + 22, block.top() }, { block.left() + 22, block.bottom() }, 0.12);
}

} // namespace

void drawFloorPlan(Typesetter& set, const TitleBlock& titleBlock)
{
    set.frame(kSheetMm, 0.7);
    set.text({ kSheetMm.left(), 20, kSheetMm.width(), 10 }, u"首层平面改造示意图"_s, { Typeface::SansBold, 15 },
        Qt::AlignCenter);
    set.text({ kSheetMm.left(), 30, kSheetMm.width(), 6 }, u"示例图纸，不得用于施工"_s, kSmall, Qt::AlignCenter);
    drawRooms(set);
    drawAxes(set);
    drawTitleBlock(set, titleBlock);
}

} // namespace bidseal::demonstration
