#pragma once

#include <QString>
#include <QStringList>

/// Foreign programs that make of a document what this project does not write itself.
namespace bidseal::testing {

struct ToolRun {
    int exitCode = -1; ///< -1: did not run or did not end
    QString output; ///< standard output and standard error
};
[[nodiscard]] bool isInstalled(const QString& program);
/// Standard input is empty, and what is said is English, whatever the machine speaks.
ToolRun runTool(const QString& program, const QStringList& arguments, int seconds = 60);
/// The same for a program of this project.
ToolRun runProgram(const QString& program, const QStringList& arguments, int seconds = 60);

/// Writes `file`; false (with a warning) where that fails.
[[nodiscard]] bool writeFile(const QString& file, const QByteArray& content);
/// A new one that nobody else may read.
[[nodiscard]] bool writePrivateFile(const QString& file, const QByteArray& content);
[[nodiscard]] QByteArray readFile(const QString& file);

/// `qpdf OPTIONS SOURCE OUTPUT`; warnings are failures.
[[nodiscard]] bool qpdfConverts(const QString& source, const QStringList& options, const QString& output);

/// Somebody else's signer: the programs of poppler and MuPDF with a key of their own.
class ForeignSigner {
public:
    /// Mints the key and makes the key file and the NSS database in `folder`.
    explicit ForeignSigner(const QString& folder);

    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool signByPoppler(const QString& source, const QString& output, const QString& field) const;
    /// Into every empty signature field of `source`.
    [[nodiscard]] bool signByMupdf(const QString& source, const QString& output) const;

    [[nodiscard]] QString nssFolder() const;
    [[nodiscard]] QString keyFile() const;
    static constexpr char kKeyFilePassword[] = "sample-only";
    static constexpr char kNickname[] = "signing key";

private:
    QString m_folder;
    bool m_ready = false;
};

} // namespace bidseal::testing
