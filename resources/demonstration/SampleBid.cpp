#include "resources/demonstration/SampleBid.h"

#include "resources/demonstration/SampleDrawing.h"
#include "resources/demonstration/SamplePrices.h"
#include "resources/demonstration/SampleScan.h"
#include "resources/demonstration/Typesetter.h"

#include <QFile>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

constexpr double kUnitsPerMm = 100; ///< a resolution of 2 540 dpi: one unit is 0.01 mm
constexpr QRectF kPageMm(0, 0, 210, 297);
constexpr QRectF kColumnMm(28, 32, 154, 235);
constexpr int kPageCount = 12;
constexpr int kDrawingPage = 10;
constexpr TextStyle kBody { Typeface::Serif, 12 };
const QString kProject = u"示例市公共服务中心综合楼改造工程"_s;
const QString kNumber = u"SLZB-2026-0001"_s;

/// One page after another; each function below sets exactly one.
class Bid {
public:
    Bid(const SampleBid& facts, QPdfWriter& writer)
        : m_facts(facts)
        , m_writer(writer)
        , m_painter(&writer)
        , m_set(m_painter, kUnitsPerMm)
    {
    }

    void write()
    {
        cover();
        contents();
        bidLetter();
        representative();
        powerOfAttorney();
        priceTable();
        organisation();
        schedule();
        quality();
        drawing();
        scannedReference();
        signaturePage();
    }

private:
    void nextPage()
    {
        m_writer.newPage();
        ++m_page;
        const TextStyle small { Typeface::Sans, 8.5, QColor(110, 118, 128) };
        const QRectF head(kColumnMm.x(), 15, kColumnMm.width(), 6);
        m_set.text(head, kProject + u"　投标文件"_s, small, Qt::AlignLeft | Qt::AlignVCenter);
        m_set.text(head, u"示例文件，不具法律效力"_s, small, Qt::AlignRight | Qt::AlignVCenter);
        m_set.line({ kColumnMm.left(), 22 }, { kColumnMm.right(), 22 }, 0.12, QColor(170, 176, 184));
        m_set.text({ kColumnMm.x(), 280, kColumnMm.width(), 6 }, u"第 %1 页　共 %2 页"_s.arg(m_page).arg(kPageCount),
            small, Qt::AlignCenter);
        m_y = kColumnMm.y();
    }

    void title(const QString& text)
    {
        m_set.text({ kColumnMm.x(), m_y, kColumnMm.width(), 14 }, text, { Typeface::SerifBold, 19 }, Qt::AlignCenter);
        m_y += 24;
    }

    void subtitle(const QString& text)
    {
        m_y += 3;
        m_set.text({ kColumnMm.x(), m_y, kColumnMm.width(), 8 }, text, { Typeface::SansBold, 12.5 },
            Qt::AlignLeft | Qt::AlignVCenter);
        m_y += 11;
    }

    void paragraph(const QString& text)
    {
        m_y = m_set.paragraph({ kColumnMm.x(), m_y, kColumnMm.width(), 0 }, text, kBody) + 1.5;
    }

    void addressee(const QString& text)
    {
        m_set.text({ kColumnMm.x(), m_y, kColumnMm.width(), 8 }, text, kBody, Qt::AlignLeft | Qt::AlignVCenter);
        m_y += 9;
    }

    /// Who signs, with room for the seals: the company's over the first line, the representative's over the second.
    void signatureBlock(double y)
    {
        const double x = 82;
        const auto row = [&](const QString& text) {
            m_set.text({ x, y, kColumnMm.right() - x, 8 }, text, kBody, Qt::AlignLeft | Qt::AlignVCenter);
            y += 14;
        };
        row(u"投标人：%1（盖单位章）"_s.arg(m_facts.bidder.name));
        row(u"法定代表人：%1（签字或盖章）"_s.arg(m_facts.legalRepresentative));
        row(u"日期：%1"_s.arg(dateText()));
    }

    [[nodiscard]] QString dateText() const { return m_facts.date.toString(u"yyyy年M月d日"_s); }

    void cover()
    {
        const auto centred = [&](double y, const QString& text, const TextStyle& style) {
            m_set.text({ 20, y, 170, 24 }, text, style, Qt::AlignCenter);
        };
        m_set.line({ 40, 62 }, { 170, 62 }, 0.6);
        centred(70, kProject, { Typeface::SerifBold, 21 });
        m_set.line({ 40, 102 }, { 170, 102 }, 0.6);
        centred(114, u"投 标 文 件"_s, { Typeface::SerifBold, 40 });
        centred(142, u"（资格审查、商务与技术部分）"_s, { Typeface::Serif, 14 });
        const QList<std::pair<QString, QString>> rows {
            { u"招标编号："_s, kNumber },
            { u"投标人："_s, m_facts.bidder.name + u"（盖单位章）"_s },
            { u"法定代表人："_s, m_facts.legalRepresentative + u"（签字或盖章）"_s },
            { u"日期："_s, dateText() },
        };
        double y = 196;
        for (const auto& [label, value] : rows) {
            m_set.text({ 40, y, 40, 8 }, label, { Typeface::Serif, 14 }, Qt::AlignRight | Qt::AlignVCenter);
            m_set.text({ 82, y, 96, 8 }, value, { Typeface::Serif, 14 }, Qt::AlignLeft | Qt::AlignVCenter);
            m_set.line({ 81, y + 9 }, { 172, y + 9 }, 0.15, Qt::gray);
            y += 15;
        }
        centred(266, u"本文件为软件演示用样本，公司、人员、项目与印章均系虚构。"_s,
            { Typeface::Sans, 9, QColor(110, 118, 128) });
    }

    void contents()
    {
        nextPage();
        title(u"目　录"_s);
        const QList<std::pair<QString, int>> entries {
            { u"一、投标函"_s, 3 },
            { u"二、法定代表人身份证明"_s, 4 },
            { u"三、法定代表人授权委托书"_s, 5 },
            { u"四、报价表"_s, 6 },
            { u"五、施工组织设计"_s, 7 },
            { u"　（一）施工部署"_s, 7 },
            { u"　（二）施工进度计划"_s, 8 },
            { u"　（三）质量与安全保证措施"_s, 9 },
            { u"六、首层平面改造示意图"_s, kDrawingPage },
            { u"七、类似项目业绩证明（扫描件）"_s, 11 },
            { u"八、签字盖章页"_s, kPageCount },
        };
        for (const auto& [entry, page] : entries) {
            const QRectF row(kColumnMm.x(), m_y, kColumnMm.width(), 9);
            m_set.text(row, entry, kBody, Qt::AlignLeft | Qt::AlignVCenter);
            m_set.text(row, QString::number(page), kBody, Qt::AlignRight | Qt::AlignVCenter);
            for (double x = row.left() + 4.4 * static_cast<double>(entry.size()) + 3; x < row.right() - 8; x += 1.8)
                m_set.line({ x, row.center().y() + 1 }, { x + 0.35, row.center().y() + 1 }, 0.35, Qt::gray);
            m_y += 12;
        }
    }

    void bidLetter()
    {
        nextPage();
        title(u"投　标　函"_s);
        addressee(u"致：%1"_s.arg(m_facts.purchaser.name));
        paragraph(
            u"1．我方已仔细研究“%1”（招标编号：%2）招标文件的全部内容，愿意以人民币（大写）%3（¥%4 元）的投标总报价，"
            u"工期 180 日历天，按合同约定实施和完成承包工程，修补工程中的任何缺陷，工程质量达到合格标准。"_s.arg(
                kProject, kNumber, amountInWords(totalPrice()), amountInFigures(totalPrice())));
        paragraph(u"2．我方承诺在投标有效期 90 日内不修改、撤销投标文件。"_s);
        paragraph(u"3．如我方中标：我方承诺在收到中标通知书后，在中标通知书规定的期限内与你方签订合同；"
                  u"按照招标文件规定向你方递交履约担保；在合同约定的期限内完成并移交全部合同工程。"_s);
        paragraph(u"4．我方在此声明，所递交的投标文件及有关资料内容完整、真实和准确，"
                  u"且不存在招标文件规定的限制投标的任何情形。"_s);
        paragraph(u"5．本投标函为软件演示用样本，不构成要约，不具法律效力。"_s);
        signatureBlock(206);
    }

    void representative()
    {
        nextPage();
        title(u"法定代表人身份证明"_s);
        const QList<std::pair<QString, QString>> rows {
            { u"投标人名称"_s, m_facts.bidder.name },
            { u"统一社会信用代码"_s, m_facts.bidder.creditCode },
            { u"单位性质"_s, u"有限责任公司"_s },
            { u"地址"_s, u"示例省示例市样章路 1 号"_s },
            { u"成立时间"_s, u"2016年5月18日"_s },
            { u"经营期限"_s, u"长期"_s },
        };
        const TextStyle label { Typeface::Sans, 11 };
        for (const auto& [name, value] : rows) {
            m_set.frame({ kColumnMm.x(), m_y, 46, 12 }, 0.15, QColor(238, 241, 245));
            m_set.frame({ kColumnMm.x() + 46, m_y, kColumnMm.width() - 46, 12 }, 0.15);
            m_set.text({ kColumnMm.x() + 4, m_y, 40, 12 }, name, label, Qt::AlignLeft | Qt::AlignVCenter);
            m_set.text({ kColumnMm.x() + 50, m_y, 100, 12 }, value, label, Qt::AlignLeft | Qt::AlignVCenter);
            m_y += 12;
        }
        m_y += 12;
        paragraph(u"%1（性别：男，年龄：46 岁，职务：总经理）系 %2 的法定代表人。"_s.arg(
            m_facts.legalRepresentative, m_facts.bidder.name));
        paragraph(u"特此证明。"_s);
        signatureBlock(206);
    }

    void powerOfAttorney()
    {
        nextPage();
        title(u"法定代表人授权委托书"_s);
        paragraph(u"本人%1系%2的法定代表人，现委托%3为我方代理人。代理人根据授权，以我方名义签署、澄清、说明、补正、"
                  u"递交、撤回、修改“%4”的投标文件、签订合同和处理有关事宜，其法律后果由我方承担。"_s.arg(
                      m_facts.legalRepresentative, m_facts.bidder.name, m_facts.agent, kProject));
        paragraph(u"委托期限：自本委托书签署之日起至投标有效期届满之日止。"_s);
        paragraph(u"代理人无转委托权。"_s);
        paragraph(u"附：法定代表人及委托代理人的身份证明文件（样本从略）。"_s);
        m_set.text({ 82, 192, 100, 8 }, u"委托代理人：%1（签字）"_s.arg(m_facts.agent), kBody,
            Qt::AlignLeft | Qt::AlignVCenter);
        signatureBlock(206);
    }

    void priceTable()
    {
        nextPage();
        title(u"报　价　表"_s);
        m_y -= 6;
        m_set.text({ kColumnMm.x(), m_y, kColumnMm.width(), 7 }, u"项目名称：%1"_s.arg(kProject),
            { Typeface::Sans, 9.5 }, Qt::AlignLeft | Qt::AlignVCenter);
        m_set.text({ kColumnMm.x(), m_y, kColumnMm.width(), 7 }, u"金额单位：人民币元"_s, { Typeface::Sans, 9.5 },
            Qt::AlignRight | Qt::AlignVCenter);
        m_y += 8;
        const QList<TableColumn> columns {
            { u"序号"_s, 12, Qt::AlignHCenter },
            { u"项目名称"_s, 58, Qt::AlignLeft },
            { u"单位"_s, 14, Qt::AlignHCenter },
            { u"工程量"_s, 20, Qt::AlignRight },
            { u"综合单价"_s, 22, Qt::AlignRight },
            { u"合价"_s, 28, Qt::AlignRight },
        };
        m_y = m_set.table({ kColumnMm.x(), m_y }, columns, priceRows(), 1) + 4;
        paragraph(u"投标总报价（大写）：人民币%1。"_s.arg(amountInWords(totalPrice())));
        signatureBlock(232);
    }

    void organisation()
    {
        nextPage();
        title(u"施工组织设计"_s);
        subtitle(u"（一）施工部署"_s);
        paragraph(
            u"本工程为既有综合楼的室内外改造，建筑面积 6 820 平方米，地上五层。改造期间一层办事大厅保持开放，"
            u"施工按“先上后下、先内后外、分区封闭”的原则组织，办事区与施工区以硬质围挡隔离，材料运输走北侧专用通道。"_s);
        paragraph(u"项目部设项目经理一名、技术负责人一名，下设工程、质量、安全、物资、造价五个专业组，"
                  u"各组负责人持证上岗并全程驻场。"_s);
        organisationChart(m_y + 6);
        m_y += 72;
        subtitle(u"劳动力计划"_s);
        const QList<TableColumn> columns {
            { u"工种"_s, 34, Qt::AlignHCenter },
            { u"第 1 – 2 月"_s, 40, Qt::AlignHCenter },
            { u"第 3 – 4 月"_s, 40, Qt::AlignHCenter },
            { u"第 5 – 6 月"_s, 40, Qt::AlignHCenter },
        };
        m_set.table({ kColumnMm.x(), m_y }, columns,
            {
                { u"拆除与砌筑"_s, u"42"_s, u"18"_s, u"4"_s },
                { u"机电安装"_s, u"16"_s, u"38"_s, u"20"_s },
                { u"装饰装修"_s, u"8"_s, u"46"_s, u"36"_s },
            });
    }

    void organisationChart(double y)
    {
        const TextStyle label { Typeface::Sans, 10 };
        const auto box = [&](const QRectF& mm, const QString& text) {
            m_set.frame(mm, 0.25, QColor(245, 247, 250));
            m_set.text(mm, text, label, Qt::AlignCenter);
        };
        box({ 85, y, 40, 10 }, u"项目经理"_s);
        m_set.line({ 105, y + 10 }, { 105, y + 18 });
        box({ 85, y + 18, 40, 10 }, u"技术负责人"_s);
        m_set.line({ 105, y + 28 }, { 105, y + 36 });
        m_set.line({ 41, y + 36 }, { 169, y + 36 });
        const QStringList groups { u"工程组"_s, u"质量组"_s, u"安全组"_s, u"物资组"_s, u"造价组"_s };
        for (int i = 0; i < groups.size(); ++i) {
            const double x = 41 + 32.0 * i;
            m_set.line({ x, y + 36 }, { x, y + 42 });
            box({ x - 13, y + 42, 26, 10 }, groups.at(i));
        }
    }

    void schedule()
    {
        nextPage();
        subtitle(u"（二）施工进度计划"_s);
        paragraph(
            u"计划工期 180 日历天，自开工令载明之日起算。关键线路为：拆除 → 墙体砌筑 → 机电安装 → 吊顶 → 楼地面 → 竣工验收。"_s);
        ganttChart(m_y + 6);
        m_y += 112;
        paragraph(u"进度以周为单位检查，实际进度落后计划三天以上时，由项目经理组织分析原因并在两日内提出赶工措施；"
                  u"关键线路上的材料提前三十天订货，消防与电气设备提前四十五天订货。"_s);
        paragraph(u"节假日及办事高峰日不安排产生噪声与粉尘的作业，所损失的工期已计入本计划。"_s);
    }

    void ganttChart(double y)
    {
        struct Task {
            QString name;
            double from, until; ///< months
        };
        const QList<Task> tasks { { u"施工准备"_s, 0, 0.5 }, { u"拆除清运"_s, 0.3, 1.4 }, { u"墙体砌筑"_s, 1.1, 2.8 },
            { u"机电安装"_s, 1.8, 4.2 }, { u"吊顶工程"_s, 3, 4.8 }, { u"楼地面工程"_s, 3.4, 5.3 },
            { u"外立面翻新"_s, 2.2, 4.9 }, { u"调试验收"_s, 5, 6 } };
        constexpr double left = 62, month = 20, row = 10;
        const double bottom = y + 9 + row * static_cast<double>(tasks.size());
        const TextStyle label { Typeface::Sans, 9.5 };
        for (int i = 0; i <= 6; ++i) {
            const double x = left + month * i;
            m_set.line({ x, y }, { x, bottom }, 0.12, Qt::lightGray);
            if (i < 6)
                m_set.text({ x, y, month, 9 }, u"第 %1 月"_s.arg(i + 1), label, Qt::AlignCenter);
        }
        double top = y + 9;
        m_set.line({ kColumnMm.x(), top }, { left + 6 * month, top }, 0.2);
        for (const auto& task : tasks) {
            m_set.text({ kColumnMm.x(), top, 32, row }, task.name, label, Qt::AlignLeft | Qt::AlignVCenter);
            m_set.frame({ left + task.from * month, top + 2.6, (task.until - task.from) * month, row - 5.2 }, 0,
                QColor(72, 110, 158));
            top += row;
            m_set.line({ kColumnMm.x(), top }, { left + 6 * month, top }, 0.12, Qt::lightGray);
        }
    }

    void quality()
    {
        nextPage();
        subtitle(u"（三）质量与安全保证措施"_s);
        paragraph(u"质量目标：符合国家现行施工质量验收规范，一次验收合格。实行样板引路制度，每一分项工程先做样板间，"
                  u"经建设、监理、施工三方确认后方可展开。"_s);
        paragraph(u"材料进场须具备合格证、检验报告与进场验收单，涉及结构安全与消防的材料按规定见证取样。"
                  u"隐蔽工程在覆盖前二十四小时通知监理验收，并留存影像资料。"_s);
        paragraph(u"安全目标：杜绝死亡与重伤事故。脚手架、临时用电、动火作业执行专项方案与作业票制度；"
                  u"每日开工前进行班前交底，每周组织一次全面检查，隐患整改闭环管理。"_s);
        subtitle(u"主要质量控制点"_s);
        const QList<TableColumn> columns { { u"部位"_s, 34, Qt::AlignHCenter }, { u"控制内容"_s, 66, Qt::AlignLeft },
            { u"允许偏差"_s, 28, Qt::AlignHCenter }, { u"检查方法"_s, 26, Qt::AlignHCenter } };
        m_set.table({ kColumnMm.x(), m_y }, columns,
            {
                { u"墙面抹灰"_s, u"立面垂直度、表面平整度"_s, u"3 mm"_s, u"靠尺、塞尺"_s },
                { u"楼地面"_s, u"接缝高低差、空鼓"_s, u"0.5 mm"_s, u"钢尺、小锤"_s },
                { u"吊顶"_s, u"龙骨间距、板面平整度"_s, u"3 mm"_s, u"靠尺"_s },
                { u"门窗"_s, u"框正侧面垂直度"_s, u"2 mm"_s, u"吊线"_s },
                { u"消防管道"_s, u"强度与严密性试验"_s, u"无渗漏"_s, u"试压"_s },
            });
    }

    /// Portrait paper whose content lies on its side: /Rotate 90, set afterwards, brings it upright for the reader.
    void drawing()
    {
        m_writer.newPage();
        ++m_page;
        m_painter.save();
        m_painter.translate(0, kPageMm.height() * kUnitsPerMm);
        m_painter.rotate(-90);
        drawFloorPlan(m_set, { kProject, m_facts.bidder.name, dateText(), m_page, kPageCount });
        m_painter.restore();
    }

    void scannedReference()
    {
        m_writer.newPage();
        ++m_page;
        const QRectF page(kPageMm.topLeft() * kUnitsPerMm, kPageMm.size() * kUnitsPerMm);
        m_painter.drawImage(page, scannedReferenceLetter(m_facts.bidder, m_facts.agency));
    }

    void signaturePage()
    {
        nextPage();
        title(u"签字盖章页"_s);
        paragraph(u"本页为“%1”投标文件的签字盖章页，招标编号为 %2。我方确认本投标文件共 %3 页，各页内容真实、完整，"
                  u"并对其承担责任。"_s.arg(kProject, kNumber)
                      .arg(kPageCount));
        paragraph(u"（本文件为软件演示用样本，所用印章均标明“样章”。）"_s);
        signatureBlock(150);
    }

    const SampleBid& m_facts;
    QPdfWriter& m_writer;
    QPainter m_painter;
    Typesetter m_set;
    int m_page = 1;
    double m_y = 0;
};

Status rotatePage(const QString& from, const QString& to, int page)
{
    QProcess qpdf;
    qpdf.start(u"qpdf"_s, { u"--object-streams=generate"_s, u"--rotate=+90:%1"_s.arg(page), from, to });
    if (!qpdf.waitForStarted() || !qpdf.waitForFinished() || qpdf.exitCode() != 0)
        return failure(ErrorCode::InternalFault,
            u"qpdf: %1 %2"_s.arg(qpdf.errorString(), QString::fromLocal8Bit(qpdf.readAllStandardError())));
    return {};
}

} // namespace

Status writeSampleBid(const SampleBid& bid, const QString& path)
{
    QTemporaryFile upright;
    if (!upright.open())
        return failure(ErrorCode::OutputNotWritable, upright.errorString());
    {
        QPdfWriter writer(&upright);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(qRound(kUnitsPerMm * 25.4));
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, {}));
        writer.setTitle(kProject + u" 投标文件（示例）"_s);
        writer.setCreator(u"BidSeal"_s);
        Bid(bid, writer).write();
    }
    upright.close();
    return rotatePage(upright.fileName(), path, kDrawingPage);
}

} // namespace bidseal::demonstration
