#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>

typedef struct asn1_string_st ASN1_TIME;

/// What the crypto rooms share about using OpenSSL: ownership, DER and its error queue.
namespace bidseal::openssl {

template <auto Free> struct FreedBy {
    template <class T> void operator()(T* object) const { Free(object); }
};

/// Owns one OpenSSL object: `Handle<X509, X509_free>`.
template <class T, auto Free> using Handle = std::unique_ptr<T, FreedBy<Free>>;

/// DER of anything that has an i2d function; empty where OpenSSL cannot write it.
template <class T, class Encode> [[nodiscard]] QByteArray toDer(const T* object, Encode encode)
{
    const int size = encode(object, nullptr);
    if (size <= 0)
        return {};
    QByteArray der(size, Qt::Uninitialized);
    auto* out = reinterpret_cast<unsigned char*>(der.data());
    encode(object, &out);
    return der;
}

[[nodiscard]] inline const unsigned char* bytesOf(const QByteArray& data)
{
    return reinterpret_cast<const unsigned char*>(data.constData());
}
[[nodiscard]] inline unsigned char* bytesOf(QByteArray& data) { return reinterpret_cast<unsigned char*>(data.data()); }

/// Invalid where the time is no time.
[[nodiscard]] QDateTime toUtc(const ASN1_TIME* time);

/// Empties this thread's error queue; its text is for the log.
[[nodiscard]] QString takeErrors();

/// Old key files (RC2, RC4) and old encrypted documents (RC4, MD5) need OpenSSL's legacy provider, and loading any
/// provider by hand takes away the automatic default one. Both are loaded on the first call, for the whole process.
/// False where this installation has no legacy provider.
[[nodiscard]] bool loadLegacyAlgorithms();

/// What every program asks of OpenSSL before anything uses it, so: first of all in main(). It overwrites every block of
/// memory that it gives back; it wipes most secrets by itself, but not the blocks in which it stretches a key file's
/// password or decrypts with it. And it stays until the process is gone: its own clean-up at exit would take memory
/// from under threads that are just ending (Qt waits for a thread's work, not for the destructors of its thread-local
/// data). False where it came too late and nothing changed.
[[nodiscard]] bool prepareProcess();

} // namespace bidseal::openssl
