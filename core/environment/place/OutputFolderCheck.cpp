#include "core/environment/place/OutputFolderCheck.h"

#include "core/base/Log.h"
#include "core/base/platform/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PlaceChecks)
};

/// A name that nobody else has, and that is gone at the end.
class TrialFile {
public:
    TrialFile(const QString& folder, QLatin1StringView part)
        : m_path(QDir(folder).filePath(
            u".bidseal-trial-%1.%2"_s.arg(QUuid::createUuid().toString(QUuid::WithoutBraces), part)))
    {
    }
    ~TrialFile() { QFile::remove(m_path); }
    Q_DISABLE_COPY_MOVE(TrialFile)

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] Status write() const
    {
        QFile file(m_path);
        if (const auto created = platform::createPrivate(file); !created)
            return created;
        if (file.write("BidSeal looks whether it can write here.\n") < 0)
            return failure(platform::writeError(file));
        return platform::sync(file);
    }

private:
    QString m_path;
};

/// A virus scanner, or a child that this process is just starting, holds a new file open for a moment.
Status publishPatiently(const TrialFile& prepared, const TrialFile& finished)
{
    constexpr int kTries = 15;
    constexpr std::chrono::milliseconds kPause { 20 };
    for (int i = 1;; ++i) {
        auto published = platform::publish(prepared.path(), finished.path(), platform::Overwrite::Allow);
        if (published || published.error().code != ErrorCode::OutputInUse || i == kTries)
            return published;
        std::this_thread::sleep_for(kPause);
    }
}

Status tryOut(const QString& folder)
{
    const TrialFile finished(folder, "final"_L1);
    const TrialFile prepared(folder, "new"_L1);
    if (const auto written = finished.write(); !written)
        return written;
    if (const auto written = prepared.write(); !written)
        return written;
    return publishPatiently(prepared, finished);
}

Finding unusable(const char* code, QString found, QString todo)
{
    return failed(code, std::move(found))
        .means(Words::tr("The signed files cannot be saved there."))
        .todo(std::move(todo));
}

} // namespace

CheckTraits OutputFolderCheck::traits() const { return { .id = "output-folder", .group = Group::Place }; }

QString OutputFolderCheck::title() const { return Words::tr("Writing into the folder for signed files"); }

Finding OutputFolderCheck::measureOne(const OutputPlace& output, const Policy&)
{
    const Fact folder { u"folder"_s, output.folder, Privacy::Personal };
    if (!QFileInfo(output.folder).isDir())
        return unusable("not-there", Words::tr("The folder {folder} does not exist."),
            Words::tr("Create it or connect its disk, or choose another folder."))
            .with(folder);
    const auto tried = tryOut(output.folder);
    if (tried)
        return passed("writable", Words::tr("Files can be written, renamed and removed in {folder}.")).with(folder);
    qCWarning(logEnvironment).noquote() << "output-folder:" << tried.error().detail;
    if (tried.error().code == ErrorCode::DiskFull)
        return unusable("full", Words::tr("The disk of {folder} is full."),
            Words::tr("Delete what is no longer needed on that disk, or choose a folder on another one."))
            .with(folder);
    if (tried.error().code == ErrorCode::OutputInUse)
        return warning("held-open", Words::tr("Another program opens every new file in {folder} and holds on to it."))
            .means(Words::tr("A signed file that is there already may not be replaceable."))
            .todo(Words::tr("Close the program that watches this folder, or choose another folder."))
            .with(folder);
    return unusable("read-only", Words::tr("Files cannot be written in {folder}, or not be renamed there."),
        Words::tr("Choose a folder of your own, for example in your documents, or ask for the right to write there."))
        .with(folder);
}

} // namespace bidseal::environment
