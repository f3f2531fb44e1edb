#pragma once

#include "tests/app/bidseal-cli/Workplace.h"

#include <QProcess>

namespace bidseal::test {

class RelayProcess;

/// How one run of bidseal-phone ended.
struct PhoneRun {
    int exitCode = -1;
    QByteArray output, errors;
    QJsonObject json;

    [[nodiscard]] QString outcome() const; ///< "signed", "cancelled" …
    [[nodiscard]] QString errorCode() const;
    [[nodiscard]] QString compareCode() const; ///< "042917"
};

/// A bidseal-cli that is at work, as somebody sees it who reads along. To be used on the thread that made it.
class LiveCli {
public:
    explicit LiveCli(std::unique_ptr<QProcess> process);

    /// The next code's link; empty where none comes.
    [[nodiscard]] QString waitForLink();
    [[nodiscard]] bool waitForScan();
    /// "042917"; empty where none comes.
    [[nodiscard]] QString waitForCompareCode();
    /// Until standard error holds `text`.
    [[nodiscard]] bool waitFor(const QByteArray& text);
    void interrupt(); ///< Ctrl+C
    [[nodiscard]] CliRun finish();

private:
    [[nodiscard]] bool readMore();

    std::unique_ptr<QProcess> m_process;
    QByteArray m_said;
    QStringList m_links;
};

/// A workplace whose key is on a phone: real programs, a real relay.
class PhoneDesk {
public:
    /// `order`: the phone's certificate.
    explicit PhoneDesk(const RelayProcess& relay, const demonstration::CertificateOrder& order = {});

    Workplace place;

    /// Reaches the relay through another port than its own.
    void setPort(quint16 port) { m_port = port; }
    [[nodiscard]] QString key() const; ///< "mobile:https://127.0.0.1:43210;ca=…"
    /// `sign in/bid.pdf --out out/signed.pdf --json` and more.
    [[nodiscard]] LiveCli sign(const QStringList& more = {}) const { return signWith(key(), more); }
    [[nodiscard]] LiveCli signWith(const QString& key, const QStringList& more = {}) const;
    [[nodiscard]] LiveCli run(const QStringList& arguments) const;

    /// A phone that scans a code and does what the owner is told to do.
    [[nodiscard]] std::unique_ptr<QProcess> scan(
        const QString& link, const QStringList& more = { QStringLiteral("--confirm") }) const;
    /// The same with a picture of the code.
    [[nodiscard]] std::unique_ptr<QProcess> scanPicture(const QString& file) const;
    [[nodiscard]] static PhoneRun finish(QProcess& phone);
    [[nodiscard]] PhoneRun answer(const QString& link, const QStringList& more = { QStringLiteral("--confirm") }) const;
    /// A second key file for `more`: { "--p12", FILE }.
    [[nodiscard]] QString keyFile(const demonstration::CertificateOrder& order) { return place.keyFile(order); }

    // For the test's own thread:
    /// The result is the bid with a signature behind it that two verifiers find valid.
    void expectSigned(const CliRun& run) const;
    void expectSigned(const QString& source, const QString& output) const;
    /// No output, no rest, no journal entry, the bid as it was.
    void expectNothingSigned(const CliRun& run, ErrorCode code, int exitCode = 3) const;

private:
    [[nodiscard]] std::unique_ptr<QProcess> startPhone(const QStringList& arguments, const QByteArray& input) const;

    QString m_caFile;
    quint16 m_port;
    QString m_keyFile, m_pinFile;
    QByteArray m_bid;
};

} // namespace bidseal::test
