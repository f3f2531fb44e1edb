#include "tests/support/Judges.h"

#include "tests/support/ForeignTools.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::testing {

namespace {

constexpr double kMillimetresPerInch = 25.4;

QStringList passwordArguments(const QString& option, const QByteArray& password)
{
    if (password.isEmpty())
        return {};
    return { option, QString::fromUtf8(password) };
}

bool isRed(QRgb pixel) { return qRed(pixel) > 180 && qGreen(pixel) < 90 && qBlue(pixel) < 90; }

/// The red pixels that hang together with `start`; takes them out of `open`.
std::vector<QPoint> takeConnected(QPoint start, const QSize& size, std::vector<bool>& open)
{
    const auto index = [&](QPoint p) { return std::size_t(p.y()) * std::size_t(size.width()) + std::size_t(p.x()); };
    std::vector<QPoint> found { start };
    open[index(start)] = false;
    for (std::size_t next = 0; next < found.size(); ++next) {
        for (int dy = -2; dy <= 2; ++dy) {
            for (int dx = -2; dx <= 2; ++dx) {
                const QPoint p = found[next] + QPoint(dx, dy);
                if (!QRect(QPoint(), size).contains(p) || !open[index(p)])
                    continue;
                open[index(p)] = false;
                found.push_back(p);
            }
        }
    }
    return found;
}

RedShape shapeOf(const std::vector<QPoint>& pixels, double mmPerPixel)
{
    QRect bounds;
    QPointF sum;
    for (const QPoint pixel : pixels) {
        bounds |= QRect(pixel, QSize(1, 1));
        sum += QPointF(pixel) + QPointF(0.5, 0.5);
    }
    return { QRectF(QPointF(bounds.topLeft()) * mmPerPixel, QSizeF(bounds.size()) * mmPerPixel),
        sum * mmPerPixel / double(pixels.size()) };
}

} // namespace

std::vector<PdfsigVerdict> pdfsig(const QString& file, const QByteArray& password)
{
    const ToolRun run
        = runTool(u"pdfsig"_s, passwordArguments(u"-upw"_s, password) + QStringList { u"-nocert"_s, file });
    std::vector<PdfsigVerdict> verdicts;
    const QStringList lines = run.output.split(u'\n');
    const auto valueOf = [](const QString& line) { return line.section(u": "_s, 1).trimmed(); };
    for (const QString& line : lines) {
        if (line.startsWith("Signature #"_L1))
            verdicts.emplace_back();
        if (verdicts.empty())
            continue;
        PdfsigVerdict& verdict = verdicts.back();
        if (line.contains("Signature Field Name:"_L1))
            verdict.fieldName = valueOf(line);
        else if (line.contains("Signer Certificate Common Name:"_L1))
            verdict.signer = valueOf(line);
        else if (line.contains("Signature Type:"_L1))
            verdict.subFilter = valueOf(line);
        else if (line.contains("- Total document signed"_L1))
            verdict.coversWholeDocument = true;
        else if (line.contains("Signature Validation:"_L1))
            verdict.isValid = valueOf(line) == "Signature is Valid."_L1;
    }
    return verdicts;
}

MutoolVerdict mutoolVerify(const QString& file, const QByteArray& password)
{
    const ToolRun run = runTool(
        u"mutool"_s, QStringList { u"sign"_s } + passwordArguments(u"-p"_s, password) + QStringList { u"-v"_s, file });
    MutoolVerdict verdict;
    verdict.text = run.output;
    const qsizetype signatures = run.output.count("Verifying signature"_L1);
    verdict.unchanged = int(run.output.count("unchanged since signing"_L1));
    verdict.continued = int(run.output.count("there have been edits since signing"_L1));
    verdict.broken = int(signatures) - verdict.unchanged - verdict.continued;
    return verdict;
}

bool mupdfFindsOnlySignatures(const QString& file, const QByteArray& password)
{
    const QTemporaryDir folder;
    const QString script = folder.filePath(u"history.js"_s);
    const bool written = writeFile(script,
        "var document = new PDFDocument(scriptArgs[0]);\n"
        "if (document.needsPassword()) document.authenticatePassword(scriptArgs[1]);\n"
        "print('history', document.validateChangeHistory());\n");
    const ToolRun run = runTool(u"mutool"_s, { u"run"_s, script, file, QString::fromUtf8(password) });
    return written && run.output.contains("history 0"_L1);
}

QString qpdfComplaint(const QString& file, const QByteArray& password)
{
    const QStringList key
        = password.isEmpty() ? QStringList() : QStringList { u"--password="_s + QString::fromUtf8(password) };
    const ToolRun run = runTool(u"qpdf"_s, key + QStringList { u"--check"_s, file });
    if (run.exitCode == 0 && !run.output.contains("WARNING"_L1))
        return {};
    return run.output.isEmpty() ? u"qpdf did not run"_s : run.output;
}

QImage render(Renderer renderer, const QString& file, int page, int dotsPerInch, const QByteArray& password)
{
    const QTemporaryDir folder;
    const QString number = QString::number(page + 1);
    const QString resolution = QString::number(dotsPerInch);
    if (renderer == Renderer::Poppler) {
        const QString name = folder.filePath(u"page"_s);
        runTool(u"pdftoppm"_s,
            passwordArguments(u"-upw"_s, password)
                + QStringList { u"-png"_s, u"-cropbox"_s, u"-r"_s, resolution, u"-f"_s, number, u"-l"_s, number,
                    u"-singlefile"_s, file, name });
        return QImage(name + u".png"_s);
    }
    const QString name = folder.filePath(u"page.png"_s);
    runTool(u"mutool"_s,
        QStringList { u"draw"_s } + passwordArguments(u"-p"_s, password)
            + QStringList { u"-r"_s, resolution, u"-o"_s, name, file, number });
    return QImage(name);
}

QImage renderByQtPdf(const QByteArray& pdf, int page, int dotsPerInch)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    const QSize size = (document.pagePointSize(page) * dotsPerInch / 72.0).toSize();
    QImage white(size, QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, document.render(page, size));
    return white;
}

std::vector<RedShape> redShapes(const QImage& page, double dotsPerInch)
{
    const QImage rgb = page.convertToFormat(QImage::Format_RGB32);
    const QSize size = rgb.size();
    std::vector<bool> open(std::size_t(size.width()) * std::size_t(size.height()));
    for (int y = 0; y < size.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(rgb.constScanLine(y));
        for (int x = 0; x < size.width(); ++x)
            open[std::size_t(y) * std::size_t(size.width()) + std::size_t(x)] = isRed(line[x]);
    }

    const double mmPerPixel = kMillimetresPerInch / dotsPerInch;
    std::vector<RedShape> shapes;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (!open[std::size_t(y) * std::size_t(size.width()) + std::size_t(x)])
                continue;
            const std::vector<QPoint> pixels = takeConnected({ x, y }, size, open);
            if (double(pixels.size()) * mmPerPixel * mmPerPixel >= 1)
                shapes.push_back(shapeOf(pixels, mmPerPixel));
        }
    }
    std::sort(shapes.begin(), shapes.end(),
        [](const RedShape& a, const RedShape& b) { return a.boundsMm.left() < b.boundsMm.left(); });
    return shapes;
}

} // namespace bidseal::testing
