// A client with nothing but a key file's way in it: takes the password from standard input, opens the file, signs, says
// how it went, and waits until standard input ends, so that a test can look into its memory.
//
//   bidseal-keyfile-probe FILE [--plant]
#include "core/certificate/OpenSsl.h"
#include "core/key/pkcs12/Pkcs12Key.h"

#include <QCoreApplication>

#include <cstdio>

using namespace bidseal;
using namespace Qt::StringLiterals;

int main(int argc, char* argv[])
{
    if (!openssl::prepareProcess())
        return 2;
    const QCoreApplication application(argc, argv);
    const auto arguments = application.arguments();
    auto password = readSecretFile(u"-"_s);
    if (!password)
        return 2;

    // What careless code would leave behind; the scan must find it.
    QString planted;
    if (arguments.contains(u"--plant"_s))
        planted = QString::fromUtf8(password->view().data(), static_cast<qsizetype>(password->size()));

    key::Pkcs12Key key(
        arguments.value(1), [&](const key::PinQuestion&) { return Result<Secret>(std::move(*password)); });
    const auto signature = key.sign({ { {}, "bytes to sign" } }, {}, {});
    std::printf("%s %d\n", signature ? "signed" : qPrintable(errorCodeName(signature.error().code)),
        static_cast<int>(planted.size()));
    std::fflush(stdout);
    while (std::getchar() != EOF) { }
    return 0;
}
