// A client with nothing but the secret's way in it: takes a PIN from standard input, signs with a token's key, says how
// it went and which process held the driver, and waits until standard input ends, so that a test can look into the
// memory of both.
//
//   bidseal-pin-probe MODULE URI [--cancel] [--plant]
#include "core/base/platform/Process.h"
#include "core/key/pkcs11/Pkcs11Key.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace bidseal;
using namespace Qt::StringLiterals;

namespace {

const std::vector<key::ToBeSigned> kDocuments { { {}, "bytes to sign" }, { {}, "further bytes to sign" } };

/// Cancelled when the PIN is on its way to the driver.
Result<std::vector<QByteArray>> signCancelled(
    key::SigningKey& key, cms::SignatureAlgorithm algorithm, const std::atomic_flag& hasPin)
{
    std::stop_source stop;
    const std::jthread impatient([stop, &hasPin]() mutable {
        hasPin.wait(false);
        std::this_thread::sleep_for(std::chrono::milliseconds(500));
        stop.request_stop();
    });
    return key.sign(kDocuments, algorithm, stop.get_token());
}

} // namespace

int main(int argc, char* argv[])
{
    platform::hardenProcess();
    const QCoreApplication application(argc, argv);
    const auto arguments = application.arguments();
    const auto uri = key::KeyUri::parse(arguments.value(2));
    auto pin = readSecretFile(u"-"_s);
    if (!uri || !pin)
        return 2;

    // What careless code would leave behind; the scan must find it.
    QString planted;
    if (arguments.contains(u"--plant"_s))
        planted = QString::fromUtf8(pin->view().data(), static_cast<qsizetype>(pin->size()));

    const auto host = std::make_shared<key::TokenHost>(arguments[1]);
    std::atomic_flag hasPin;
    key::Pkcs11Key key(host, *uri, [&](const key::PinQuestion&) -> Result<Secret> {
        hasPin.test_and_set();
        hasPin.notify_all();
        return std::move(*pin);
    });
    const cms::SignatureAlgorithm algorithm;
    const auto signature = arguments.contains(u"--cancel"_s) ? signCancelled(key, algorithm, hasPin)
                                                             : key.sign(kDocuments, algorithm, {});

    std::printf("%s %lld %d\n", signature ? "signed" : qPrintable(errorCodeName(signature.error().code)),
        static_cast<long long>(host->processId().value_or(0)), static_cast<int>(planted.size()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
