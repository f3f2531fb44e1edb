#pragma once

#include "resources/demonstration/TokenMint.h"

#include <QTemporaryDir>

namespace bidseal::test {

/// A folder of software tokens of its own, gone with this object. SOFTHSM2_CONF points to it for this process and every
/// child started while it lives, so there is one at a time.
class SoftHsmTokens {
public:
    SoftHsmTokens();
    ~SoftHsmTokens();
    SoftHsmTokens(const SoftHsmTokens&) = delete;
    SoftHsmTokens& operator=(const SoftHsmTokens&) = delete;

    [[nodiscard]] static QString module() { return demonstration::softHsmModule(); }
    /// Adds a token. Fails the running test where that does not work.
    void add(const QString& label, std::string_view pin, const std::vector<demonstration::TokenKeyOrder>& keys);

private:
    QTemporaryDir m_folder;
    QByteArray m_before;
};

} // namespace bidseal::test
