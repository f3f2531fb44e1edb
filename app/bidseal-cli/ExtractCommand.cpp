#include "app/bidseal-cli/ExtractCommand.h"

#include "core/base/WholeFile.h"
#include "core/base/platform/Files.h"
#include "core/seal/SealPicture.h"
#include "core/seal/extraction/Extraction.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace bidseal::cli {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

constexpr double kMillimetresPerMetre = 1000;

double rounded(double mm) { return std::round(mm * 10) / 10; }

/// Whole or not at all, and never over the scan.
Status write(QImage picture, const std::optional<QSizeF>& sizeMm, const ExtractArguments& arguments)
{
    const QFileInfo output(arguments.output);
    const ErrorFacts facts { output.fileName(), {}, {}, {} };
    if (output.exists() && platform::isSameFile(arguments.scan, arguments.output))
        return failure(ErrorCode::OutputIsSource, {}, facts);
    if (output.exists() && !arguments.force)
        return failure(ErrorCode::OutputExists, {}, facts);
    if (sizeMm) { // so that whoever opens the picture knows how large the seal is
        picture.setDotsPerMeterX(qRound(picture.width() / sizeMm->width() * kMillimetresPerMetre));
        picture.setDotsPerMeterY(qRound(picture.height() / sizeMm->height() * kMillimetresPerMetre));
    }
    const auto png = seal::pngOf(picture);
    return png ? writeWhole(arguments.output, *png, Readers::Everybody) : Status(failure(png.error()));
}

} // namespace

Answer extractSeal(const ExtractArguments& arguments, std::stop_token stop)
{
    const auto scan = seal::readScan(arguments.scan);
    if (!scan)
        return notDone(scan.error());
    seal::ExtractionSettings settings;
    settings.dpi = arguments.dpi;
    auto extraction = seal::extract(*scan, settings, stop);
    if (!extraction) {
        auto error = extraction.error();
        error.facts.name = QFileInfo(arguments.scan).fileName();
        return notDone(error);
    }
    if (const auto written = write(extraction->picture, extraction->sizeMm, arguments); !written)
        return notDone(written.error());

    const auto path = QFileInfo(arguments.output).absoluteFilePath();
    const auto impressions = static_cast<int>(extraction->impressions.size());
    QString text = Words::tr("Seal: %1").arg(path) + u'\n'
        + Words::tr("%n impression(s) on the sheet, the best was taken", nullptr, impressions) + u'\n';
    QJsonObject json { { u"path"_s, path }, { u"impressions"_s, impressions },
        { u"rotation"_s, rounded(extraction->rotation) } };
    if (const auto& size = extraction->sizeMm) {
        text += Words::tr("Size: %1 × %2 mm").arg(rounded(size->width())).arg(rounded(size->height())) + u'\n';
        json[u"widthMm"_s] = rounded(size->width());
        json[u"heightMm"_s] = rounded(size->height());
    } else {
        text += Words::tr("Size: not known, because the scan does not say its resolution; give --dpi") + u'\n';
    }
    return { ExitCode::Done, text, json };
}

} // namespace bidseal::cli
