#include "resources/demonstration/SampleScan.h"

#include "resources/demonstration/SealPictures.h"
#include "resources/demonstration/Typesetter.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

constexpr double kDotsPerMm = 150 / 25.4; ///< an office scanner's usual resolution
constexpr quint32 kSeed = 20261121;

QImage letter(const Company& about, const Company& by)
{
    QImage page(qRound(210 * kDotsPerMm), qRound(297 * kDotsPerMm), QImage::Format_RGB32);
    page.fill(QColor(247, 246, 242));
    QPainter painter(&page);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(page.rect().center());
    painter.rotate(0.7);
    painter.translate(-page.rect().center());
    Typesetter set(painter, kDotsPerMm);
    const TextStyle body { Typeface::Serif, 13, QColor(38, 36, 40) };
    set.text({ 28, 44, 154, 14 }, u"类似项目业绩证明"_s, { Typeface::SerifBold, 20, body.colour }, Qt::AlignCenter);
    double y = 78;
    for (const auto& text : {
             u"兹证明%1（统一社会信用代码：%2）于 2024 年 3 月至 2024 年 9 月承担“示例市档案馆改造工程”施工，"
             u"合同金额人民币伍佰贰拾万元整，工期 170 日历天。"_s.arg(about.name, about.creditCode),
             u"该工程已于 2024 年 9 月 26 日通过竣工验收，质量合格，履约情况良好，施工期间未发生安全事故。"_s,
             u"特此证明。（本证明为软件演示用样本，所述工程与单位均系虚构。）"_s,
         })
        y = set.paragraph({ 28, y, 154, 0 }, text, body) + 3;
    set.text({ 96, 186, 90, 10 }, by.name, body, Qt::AlignCenter);
    set.text({ 96, 198, 90, 10 }, u"2024年10月12日"_s, body, Qt::AlignCenter);
    painter.setOpacity(0.85);
    painter.drawImage(
        QRectF(120 * kDotsPerMm, 168 * kDotsPerMm, 42 * kDotsPerMm, 42 * kDotsPerMm), companySeal(by.name));
    return page;
}

void addNoise(QImage& page)
{
    QRandomGenerator random(kSeed);
    for (int y = 0; y < page.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            const int grain = static_cast<int>(random.generate() & 7) - 4;
            const int edge = x < 12 ? (12 - x) * 5 : 0; // the shadow along the lid's hinge
            const auto shade = [&](int value) { return std::clamp(value + grain - edge, 0, 255); };
            row[x] = qRgb(shade(qRed(row[x])), shade(qGreen(row[x])), shade(qBlue(row[x])));
        }
    }
    for (int speck = 0; speck < 90; ++speck)
        page.setPixelColor(random.bounded(page.width()), random.bounded(page.height()), QColor(90, 88, 84));
}

} // namespace

QImage scannedReferenceLetter(const Company& about, const Company& by)
{
    auto page = letter(about, by);
    addNoise(page);
    return page;
}

} // namespace bidseal::demonstration
