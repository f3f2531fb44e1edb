#include "core/base/Log.h"
#include "core/base/platform/Files.h"
#include "resources/demonstration/TokenMint.h"
#include "tests/bench/sign/MeasuredProcess.h"
#include "tests/support/ForeignTools.h"
#include "tests/support/SamplePdfs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>
#include <QTextStream>

#include <openssl/evp.h>

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;
using namespace bidseal;

/// How long a signature takes and how much memory, beside what nobody can do without (a copy of the file and two honest
/// SHA-256 passes over it) and beside other programs, on the same file in the same minutes. Ratios count, not seconds.
namespace {

constexpr double kGoalRatio = 1.3;
constexpr qint64 kGoalPeakMiB = 120;
constexpr qint64 kGoalUpdateBytes = 64 * 1024;
constexpr int kManyObjects = 300'000;
constexpr int kMarkedPages = 1000;
constexpr qint64 kGoalMarksBytes = 100 * 1024; ///< beside the pictures, where marks may be packed
constexpr double kGoalMarksRatio = 2; ///< to one seal on the same file
const auto kYardstick = u"copy, two SHA-256 passes"_s;
const auto kOurs = u"bidseal-cli sign"_s;
const auto kPoppler = u"pdfsig -add-signature"_s;
const auto kMupdf = u"mutool sign"_s;
constexpr char kPin[] = "739154";
constexpr char kField[] = "Prepared";

QTextStream& out()
{
    static QTextStream stream(stdout);
    return stream;
}

[[noreturn]] void giveUp(const QString& why)
{
    out() << why << Qt::endl;
    std::exit(3);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

/// Reads the whole file once, as whoever signs it must.
void hashOnce(const QString& file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        giveUp(in.errorString());
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    EVP_DigestInit_ex(context, EVP_sha256(), nullptr);
    QByteArray block(1 << 20, Qt::Uninitialized);
    for (qint64 read = in.read(block.data(), block.size()); read > 0; read = in.read(block.data(), block.size()))
        EVP_DigestUpdate(context, block.constData(), std::size_t(read));
    unsigned char digest[EVP_MAX_MD_SIZE];
    EVP_DigestFinal_ex(context, digest, nullptr);
    EVP_MD_CTX_free(context);
}

/// The yardstick, in seconds: copy, hash, bring to the disk, read back and hash again. In the order in which a signer
/// must do it, so that the system may write while the first pass runs, as it may for the signer.
double copyAndHashTwice(const QString& source, const QString& copy)
{
    QElapsedTimer timer;
    timer.start();
    QFile from(source), to(copy);
    if (!from.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !to.open(QIODevice::ReadWrite))
        giveUp(u"cannot copy"_s);
    if (const Status copied = platform::copyContents(from, to, {}, {}); !copied)
        giveUp(logText(copied.error()));
    hashOnce(copy);
    if (const Status synced = platform::sync(to); !synced)
        giveUp(logText(synced.error()));
    hashOnce(copy);
    return double(timer.nsecsElapsed()) / 1e9;
}

class Bench {
public:
    Bench(int pages, qint64 bytes, int runs)
        : m_pages(pages)
        , m_bytes(bytes)
        , m_runs(runs)
        , m_foreign(m_folder.path())
    {
        m_environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s)); // the journal of these runs is not the user's
        m_environment.insert(u"XDG_STATE_HOME"_s, path(u"state"_s));
        makeTokenAndSeal();
    }

    /// True where every goal is met.
    [[nodiscard]] bool run()
    {
        makeScan();
        for (int i = 0; i < m_runs; ++i)
            oneRound(i);
        const bool fast = printScan();
        const bool small = printManyObjects();
        return printManyMarks() && small && fast;
    }

private:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    void makeTokenAndSeal()
    {
        const auto configuration = demonstration::createTokenFolder(path(u"tokens"_s));
        if (!configuration)
            giveUp(logText(configuration.error()));
        qputenv("SOFTHSM2_CONF", QFile::encodeName(*configuration));
        m_environment.insert(u"SOFTHSM2_CONF"_s, *configuration);
        const auto mint = demonstration::CertificateMint::create();
        const auto key = mint ? mint->issue() : Result<demonstration::MintedKey>(failure(mint.error()));
        if (!key)
            giveUp(logText(key.error()));
        const Status minted = demonstration::mintToken(
            u"bench"_s, Secret::fromUtf8(kPin), { { .key = *key, .label = u"rsa"_s, .id = "1" } });
        if (!minted)
            giveUp(logText(minted.error()));
        QImage seal(500, 500, QImage::Format_ARGB32);
        seal.fill(QColor(200, 30, 30, 180));
        if (!seal.save(path(u"seal.png"_s)) || !testing::writeFile(path(u"pin"_s), kPin))
            giveUp(u"cannot write to "_s + m_folder.path());
        QFile::setPermissions(path(u"pin"_s), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void makeScan()
    {
        out() << "making a scan of " << m_pages << " pages, " << m_bytes / 1'000'000 << " MB …" << Qt::endl;
        QFile scan(path(u"scan.pdf"_s));
        if (!scan.open(QIODevice::WriteOnly))
            giveUp(scan.errorString());
        testing::samples::writeScan(scan, m_pages, m_bytes, kField);
        if (!platform::sync(scan))
            giveUp(u"the disk is full"_s);
    }

    [[nodiscard]] QStringList signArguments(const QString& source, const QString& output, int page) const
    {
        return { u"sign"_s, source, u"--out"_s, output, u"--key"_s, u"pkcs11:token=bench;object=rsa"_s, u"--module"_s,
            demonstration::softHsmModule(), u"--pin-file"_s, path(u"pin"_s), u"--seal"_s, path(u"seal.png"_s),
            u"--seal-size"_s, u"42mm"_s, u"--at"_s, u"page=%1,x=120mm,y=230mm"_s.arg(page) };
    }

    /// One seal on the last page, which is the date; another on every page, and a third over all their edges.
    [[nodiscard]] QStringList markEveryPage(const QString& source, const QString& output) const
    {
        return signArguments(source, output, kMarkedPages)
            + QStringList { u"--seal"_s, path(u"seal.png"_s), u"--seal-size"_s, u"42mm"_s, u"--at"_s,
                  u"x=120mm,y=180mm"_s, u"--pages"_s, u"all"_s, u"--seam"_s, path(u"seal.png"_s), u"--seam-size"_s,
                  u"42mm"_s };
    }

    [[nodiscard]] bench::Measurement signedByUs(const QString& source, const QString& output, int page)
    {
        return signedWith(signArguments(source, output, page));
    }

    [[nodiscard]] bench::Measurement signedWith(const QStringList& arguments)
    {
        const bench::Measurement run
            = bench::measure(QCoreApplication::applicationDirPath() + u"/bidseal-cli"_s, arguments, m_environment);
        if (!run.succeeded)
            giveUp(u"bidseal-cli: "_s + run.output);
        m_peakClient = std::max(m_peakClient, run.peakKiB / 1024);
        m_peakHost = std::max(m_peakHost, run.childrenPeakKiB / 1024);
        return run;
    }

    /// Everyone once, each round beginning with another one: nobody always follows the same neighbour.
    void oneRound(int round)
    {
        const QString scan = path(u"scan.pdf"_s), output = path(u"output.pdf"_s);
        std::vector<std::pair<QString, std::function<double()>>> competitors {
            { kYardstick, [&] { return copyAndHashTwice(scan, output); } },
            { kOurs, [&] { return signedByUs(scan, output, m_pages / 2 + 1).seconds; } },
            { kPoppler,
                [&] {
                    return ofOthers(u"pdfsig"_s,
                        { u"-nssdir"_s, m_foreign.nssFolder(), u"-add-signature"_s, u"-nick"_s,
                            QString::fromLatin1(testing::ForeignSigner::kNickname), scan, output });
                } },
            { kMupdf,
                [&] {
                    return ofOthers(u"mutool"_s,
                        { u"sign"_s, u"-s"_s, m_foreign.keyFile(), u"-P"_s,
                            QString::fromLatin1(testing::ForeignSigner::kKeyFilePassword), u"-o"_s, output, scan });
                } },
        };
        std::rotate(competitors.begin(), competitors.begin() + round % int(competitors.size()), competitors.end());
        for (const auto& [name, work] : competitors) {
            m_seconds[name].push_back(work());
            QFile::remove(output);
        }
        out() << "." << Qt::flush;
    }

    [[nodiscard]] double ofOthers(const QString& program, const QStringList& arguments)
    {
        const bench::Measurement run = bench::measure(program, arguments, m_environment);
        if (!run.succeeded)
            giveUp(program + u": "_s + run.output);
        m_peakOfOthers[program] = std::max(m_peakOfOthers[program], run.peakKiB / 1024);
        return run.seconds;
    }

    [[nodiscard]] bool printScan()
    {
        const double yardstick = median(m_seconds.at(kYardstick));
        out() << "\n\n"
              << m_pages << " pages, " << m_bytes / 1'000'000 << " MB, median of " << m_runs << " alternating runs\n"
              << qSetFieldWidth(28) << Qt::left << "" << qSetFieldWidth(10) << Qt::right << "seconds"
              << "ratio"
              << "peak MB" << qSetFieldWidth(0) << "\n";
        for (const QString& what : { kYardstick, kOurs, kPoppler, kMupdf }) {
            const double seconds = median(m_seconds.at(what));
            out() << qSetFieldWidth(28) << Qt::left << what << qSetFieldWidth(10) << Qt::right
                  << QString::number(seconds, 'f', 2) << QString::number(seconds / yardstick, 'f', 2) << peakOf(what)
                  << qSetFieldWidth(0) << "\n";
        }
        const double ratio = median(m_seconds.at(kOurs)) / yardstick;
        const qint64 peak = m_peakClient + m_peakHost;
        const bool beatsPdfsig = median(m_seconds.at(kOurs)) < median(m_seconds.at(kPoppler));
        out() << "peak: client " << m_peakClient << " MB, token host " << m_peakHost << " MB\n";
        out() << "pdfsig and mutool leave the result to the system's cache: no fsync\n";
        goal(u"ratio at most %1"_s.arg(kGoalRatio), ratio <= kGoalRatio);
        goal(u"peak memory at most %1 MB"_s.arg(kGoalPeakMiB), peak <= kGoalPeakMiB);
        goal(u"faster than pdfsig"_s, beatsPdfsig);
        return ratio <= kGoalRatio && peak <= kGoalPeakMiB && beatsPdfsig;
    }

    [[nodiscard]] QString peakOf(const QString& what)
    {
        if (what == kOurs)
            return QString::number(m_peakClient + m_peakHost);
        const auto known = m_peakOfOthers.find(what.section(u' ', 0, 0));
        return known == m_peakOfOthers.end() ? u"-"_s : QString::number(known->second);
    }

    [[nodiscard]] bool printManyObjects()
    {
        const QString source = path(u"many.pdf"_s), output = path(u"many-signed.pdf"_s);
        QFile file(source);
        if (!file.open(QIODevice::WriteOnly))
            giveUp(file.errorString());
        testing::samples::writeManyObjects(file, kManyObjects);
        file.close();
        std::vector<double> ours, checks;
        for (int i = 0; i < m_runs; ++i) {
            QFile::remove(output);
            ours.push_back(signedByUs(source, output, 1).seconds);
            checks.push_back(ofOthers(u"qpdf"_s, { u"--check"_s, source }));
        }
        const qint64 update = QFileInfo(output).size() - QFileInfo(source).size();
        const qint64 room = kGoalUpdateBytes + QFileInfo(path(u"seal.png"_s)).size();
        out() << "\n"
              << kManyObjects << " objects in object streams: update " << update << " bytes, signed in "
              << QString::number(median(ours), 'f', 2) << " s, qpdf --check " << QString::number(median(checks), 'f', 2)
              << " s\n";
        goal(u"update under %1 bytes"_s.arg(room), update < room);
        goal(u"faster than qpdf --check"_s, median(ours) < median(checks));
        return update < room && median(ours) < median(checks);
    }

    /// Beside one seal on the same file, alternating. Both kinds of source, because only one of them lets marks be
    /// packed.
    [[nodiscard]] bool printManyMarks()
    {
        const bool streams = printManyMarks(u"cross-reference stream"_s, testing::Layout::Streams);
        (void)printManyMarks(u"cross-reference table"_s, testing::Layout::Table);
        return streams;
    }

    [[nodiscard]] bool printManyMarks(const QString& kind, testing::Layout layout)
    {
        const QString source = path(u"bid.pdf"_s), output = path(u"bid-signed.pdf"_s);
        if (!testing::writeFile(source, testing::samples::pages(kMarkedPages, layout)))
            giveUp(u"cannot write "_s + source);
        std::vector<double> one, many;
        qint64 added = 0;
        for (int i = 0; i < m_runs; ++i) {
            QFile::remove(output);
            one.push_back(signedByUs(source, output, kMarkedPages).seconds);
            added = -QFileInfo(output).size();
            QFile::remove(output);
            many.push_back(signedWith(markEveryPage(source, output)).seconds);
            added += QFileInfo(output).size();
        }
        const double ratio = median(many) / median(one);
        out() << "\n"
              << kMarkedPages << " pages with a " << kind << ", " << 2 * kMarkedPages + 1
              << " marks: " << QString::number(median(many), 'f', 2) << " s, one seal "
              << QString::number(median(one), 'f', 2) << " s, ratio " << QString::number(ratio, 'f', 2) << "; " << added
              << " bytes more than one seal\n";
        const bool fast = ratio <= kGoalMarksRatio;
        goal(u"ratio at most %1"_s.arg(kGoalMarksRatio), fast);
        if (layout != testing::Layout::Streams)
            return fast;
        goal(u"at most %1 bytes"_s.arg(kGoalMarksBytes), added <= kGoalMarksBytes);
        return fast && added <= kGoalMarksBytes;
    }

    static void goal(const QString& what, bool reached)
    {
        out() << (reached ? "  reached:     " : "  NOT REACHED: ") << what << Qt::endl;
    }

    const int m_pages;
    const qint64 m_bytes;
    const int m_runs;
    QTemporaryDir m_folder;
    testing::ForeignSigner m_foreign;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::map<QString, std::vector<double>> m_seconds;
    std::map<QString, qint64> m_peakOfOthers;
    qint64 m_peakClient = 0, m_peakHost = 0;
};

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({ u"pages"_s, u"pages of the scan"_s, u"number"_s, u"5000"_s });
    options.addOption({ u"megabytes"_s, u"size of the scan"_s, u"number"_s, u"1000"_s });
    options.addOption({ u"runs"_s, u"alternating runs, of which the median counts"_s, u"number"_s, u"5"_s });
    options.process(application);
    Bench bench(options.value(u"pages"_s).toInt(), options.value(u"megabytes"_s).toLongLong() * 1'000'000,
        options.value(u"runs"_s).toInt());
    return bench.run() ? 0 : 1;
}
