#pragma once

#include "app/bidseal-phone/CommandLine.h"
#include "app/bidseal-phone/Wallet.h"

namespace bidseal::phone {

/// What the phone's owner sees and is asked: on the terminal, unless it was answered beforehand. What is shown goes to
/// standard output, or to standard error where the answer is JSON.
class Owner {
public:
    Owner(Beforehand beforehand, cli::Form form, QString pinFile);

    struct Asking {
        QString relay; ///< host
        bool isNewComputer = true;
        relay::Request request;
    };
    void show(const Asking& asking) const;
    /// The key to sign with; null where the owner declines. Errors: UsageWrong (no terminal to ask on).
    [[nodiscard]] Result<const Wallet::Entry*> choose(const std::vector<Wallet::Entry>& entries) const;
    void showCode(const QString& code) const;
    /// Whether the code is equal, and on the screen where the owner started this. Errors: UsageWrong.
    [[nodiscard]] Result<bool> findsCodeEqual() const;
    /// What opens the key files so that their certificates can be shown.
    [[nodiscard]] key::PinSource passwordSource();
    /// From the PIN file or the terminal, each time anew.
    [[nodiscard]] key::PinSource pinSource();
    [[nodiscard]] int pinTries() const; ///< a file says the same each time

private:
    void say(const QString& text) const;
    [[nodiscard]] Result<bool> agrees(const QString& question) const;
    [[nodiscard]] Result<Secret> secret(const QString& prompt);

    Beforehand m_beforehand;
    cli::Form m_form;
    QString m_pinFile;
    Secret m_fromStandardInput; ///< which can be read only once
};

} // namespace bidseal::phone
