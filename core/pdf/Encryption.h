#pragma once

#include "core/base/Secret.h"

#include <podofo/podofo-base.h>

#include <memory>
#include <string>
#include <string_view>

namespace bidseal::pdf {

/// The standard security handler (ISO 32000-2, 7.6.4) from 40-bit RC4 to AES-256. PoDoFo's own looks at one of two
/// crypt filters, writes constant or guessable initialisation vectors, and needs OpenSSL's legacy provider, which a
/// Windows build does not have. The algorithms' numbers are the standard's.
class Encryption {
public:
    enum class Access {
        Owner, ///< permissions do not bind
        User,
    };

    /// `dictionary` is /Encrypt with its strings as they stand; `fileId` the first string of /ID. Throws Fault
    /// (DocumentEncryptionUnsupported, DocumentPasswordNeeded, DocumentPasswordWrong, DocumentDamaged).
    Encryption(const PoDoFo::PdfDictionary& dictionary, const std::string& fileId, const Secret* password);
    ~Encryption();
    Encryption(const Encryption&) = delete;
    Encryption& operator=(const Encryption&) = delete;

    [[nodiscard]] Access access() const { return m_access; }
    [[nodiscard]] bool mayModify() const; ///< permission bit 4
    [[nodiscard]] bool mayAnnotate() const; ///< bit 6
    [[nodiscard]] bool mayFillForms() const; ///< bit 9

    /// Strings and streams of the object with this number and generation.
    [[nodiscard]] std::string decrypt(int number, int generation, std::string_view bytes) const;
    [[nodiscard]] std::string encrypt(int number, int generation, std::string_view bytes) const;

private:
    enum class Cipher { Rc4, Aes128, Aes256 };
    struct Parameters;

    [[nodiscard]] bool permits(int bit) const;
    [[nodiscard]] std::string objectKey(int number, int generation) const;
    bool unlock(const Parameters& parameters, std::string_view password);
    bool unlockLegacy(const Parameters& parameters, std::string_view password);
    bool unlockAes256(const Parameters& parameters, std::string_view password);
    void checkPermissions(const Parameters& parameters) const;

    Cipher m_cipher = Cipher::Rc4;
    std::string m_key;
    qint32 m_permissions = 0;
    Access m_access = Access::User;
};

} // namespace bidseal::pdf
