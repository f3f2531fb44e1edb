#pragma once

#include "core/base/Error.h"
#include "resources/demonstration/CertificateMint.h"

#include <QJsonObject>
#include <QProcessEnvironment>
#include <QTemporaryDir>

#include <memory>
#include <optional>

class QProcess;

namespace bidseal::test {

/// How one run of bidseal-cli ended.
struct CliRun {
    int exitCode = -1;
    QByteArray output, errors;
    QJsonObject json; ///< empty where the output is none

    [[nodiscard]] QString errorCode() const;
};

/// Where somebody sits with a bid, keys and seals: a folder of its own with `in/bid.pdf`, an empty `out/`, and a data
/// folder for bidseal-cli, which is run as a process without terminal and in Chinese, and answers in JSON.
class Workplace {
public:
    Workplace();

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString source() const { return path(QStringLiteral("in/bid.pdf")); }
    [[nodiscard]] QString output() const { return path(QStringLiteral("out/signed.pdf")); }
    void setSource(const QByteArray& content);

    static constexpr std::string_view kPassword = "sample-Password-1"; ///< of all key files
    /// A key file of a made-up company and a private file with its password.
    [[nodiscard]] QString keyFile(const demonstration::CertificateOrder& order);
    [[nodiscard]] QString passwordFile() { return secretFile(QStringLiteral("password.txt"), kPassword); }
    [[nodiscard]] QString secretFile(const QString& name, std::string_view secret);
    /// A red square PNG.
    [[nodiscard]] QString sealFile(const QString& name);

    /// `sign in/bid.pdf --out out/signed.pdf --json` with a key file's key, or with what `key` says.
    [[nodiscard]] QStringList signArguments();
    [[nodiscard]] QStringList signArguments(const QString& key, const QString& pinFile, const QStringList& more = {});

    /// Chinese until this is called.
    void setLocale(const QString& locale);
    void setEnvironment(const QString& name, const QString& value) { m_environment.insert(name, value); }
    [[nodiscard]] CliRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The program, or whatever `wrapper` does with it.
    [[nodiscard]] CliRun runWrapped(
        const QStringList& wrapper, const QStringList& arguments, const QByteArray& input = {}) const;
    /// A wrapper: the world in which an administrator has deployed this policy. Nothing where this computer does not
    /// allow that.
    [[nodiscard]] std::optional<QStringList> underPolicy(const QByteArray& policy) const;
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList& wrapper, const QStringList& arguments) const;
    [[nodiscard]] static CliRun finish(QProcess& process);

    /// The run failed with this code and a sentence in Chinese, which has an English twin; nothing was left behind, the
    /// journal tells of no signature, and the bid is what it was.
    void expectFailure(const CliRun& run, ErrorCode code, const QStringList& inOutputFolder = {}) const;

private:
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QByteArray m_source;
    std::unique_ptr<demonstration::CertificateMint> m_mint;
    int m_keyFiles = 0;
};

} // namespace bidseal::test
