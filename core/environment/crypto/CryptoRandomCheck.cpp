#include "core/environment/crypto/CryptoRandomCheck.h"

#include "core/base/platform/RandomSource.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

#include <openssl/err.h>
#include <openssl/rand.h>

namespace bidseal::environment {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(CryptoChecks)
};

using Draw = std::array<unsigned char, 32>;

/// From the generator for what is public, then from the one for what stays secret.
template <auto Generator> std::optional<Draw> draw()
{
    Draw bytes {};
    const bool isDrawn = Generator(bytes.data(), static_cast<int>(bytes.size())) == 1;
    ERR_clear_error();
    return isDrawn ? std::optional(bytes) : std::nullopt;
}

bool isConstant(const Draw& draw) { return std::count(draw.begin(), draw.end(), draw.front()) == std::ssize(draw); }

template <auto Generator> bool isAlive()
{
    const auto first = draw<Generator>();
    const auto second = draw<Generator>();
    return first && second && *first != *second && !isConstant(*first) && !isConstant(*second);
}

Finding brokenSource(const char* code, QString found)
{
    return failed(code, std::move(found))
        .means(Words::tr("Keys that are made now could be guessed. That endangers what is agreed with a phone; a UKey "
                         "has a random source of its own."))
        .todo(Words::tr("Wait a few minutes and check again; if that does not help, restart the computer."));
}

} // namespace

CheckTraits CryptoRandomCheck::traits() const { return { .id = "crypto-random", .group = Group::Crypto }; }

QString CryptoRandomCheck::title() const { return Words::tr("Random numbers"); }

Finding CryptoRandomCheck::measure(const Situation&, const Policy&, const std::stop_token&)
{
    const auto system = platform::systemRandomSource();
    if (system == platform::RandomSource::NotReady)
        return brokenSource("system-not-ready", Words::tr("The operating system's random source is not ready."));
    if (RAND_status() != 1 || !isAlive<RAND_bytes>() || !isAlive<RAND_priv_bytes>())
        return brokenSource("generator-broken", Words::tr("The program's random generator does not work."));
    if (system == platform::RandomSource::Unknown)
        return couldNotTell("system-unknown",
            Words::tr("The program's random generator works; whether the operating system's source behind it is ready "
                      "cannot be asked here."));
    return passed(
        "ready", Words::tr("The operating system's random source is ready, and the program's generator works."));
}

} // namespace bidseal::environment
