#include "core/environment/keys/KeyTrial.h"

#include "core/base/ErrorSentence.h"
#include "core/base/Log.h"
#include "core/environment/keys/CertificatesInQuestion.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using key::SigningOutcome;

class Words {
    Q_DECLARE_TR_FUNCTIONS(KeysChecks)
};

/// In both languages, because nobody knows who will once read it; another one each time, so that nobody can have the
/// signature beforehand.
QByteArray testText()
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const auto bytes = QByteArray::fromRawData(reinterpret_cast<const char*>(random.data()), sizeof random);
    return u"BidSeal key test, no legal meaning. 仅供测试，不具法律效力。\n%1\n%2\n"_s
        .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate), QString::fromLatin1(bytes.toHex()))
        .toUtf8();
}

cms::DocumentDigest digestOf(const QByteArray& text, cms::DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case cms::DigestAlgorithm::Sha256:
        return { algorithm, QCryptographicHash::hash(text, QCryptographicHash::Sha256) };
    case cms::DigestAlgorithm::Sha384:
        return { algorithm, QCryptographicHash::hash(text, QCryptographicHash::Sha384) };
    case cms::DigestAlgorithm::Sha512:
        return { algorithm, QCryptographicHash::hash(text, QCryptographicHash::Sha512) };
    }
    Q_UNREACHABLE();
}

QString testName() { return Words::tr("Key test, no legal meaning"); }

/// For keys with a screen of their own.
key::DescribeDocuments descriptionOf(const QByteArray& text)
{
    return [text](const std::stop_token&) -> Result<std::vector<key::DocumentDescription>> {
        return std::vector { key::DocumentDescription {
            .name = testName(),
            .pages = 1,
            .bytes = text.size(),
            .sha256 = QCryptographicHash::hash(text, QCryptographicHash::Sha256),
            .marks = {},
            .previews = {},
        } };
    };
}

/// The signer, once its key has signed and its certificate has said so.
Result<certificate::Certificate> signedBy(key::SigningKey& key, const QByteArray& text, const std::stop_token& stop)
{
    const auto chain = key.certificateChain(descriptionOf(text), stop);
    if (!chain)
        return failure(chain.error());
    const auto& signer = chain->front();
    const auto algorithm = cms::algorithmFor(signer);
    if (!algorithm)
        return failure(algorithm.error());
    const auto digest = digestOf(text, algorithm->digest);
    const auto pending = cms::PendingSignedData::create(
        *chain, *algorithm, digest, cms::Profile::PadesBaseline, QDateTime::currentDateTimeUtc());
    if (!pending)
        return failure(pending.error());
    const auto signatures = key.sign({ { digest, pending->signedAttributes() } }, *algorithm, stop);
    if (!signatures)
        return failure(signatures.error());
    const auto complete = pending->complete(signatures->front());
    if (!complete)
        return failure(complete.error());
    return signer;
}

/// The error's own sentence. What it names is a fact of its own, so that it can be left out.
Finding failedBy(Error error)
{
    const auto name = error.facts.name;
    if (!name.isEmpty())
        error.facts.name = u"{name}"_s;
    const auto sentence = errorSentence(error);
    auto finding = error.code == ErrorCode::Cancelled
        ? couldNotTell("cancelled", Words::tr("The test of the key was cancelled."))
        : failed("", Words::tr("The key did not sign the test."));
    finding.code = errorCodeName(error.code);
    return std::move(finding).means(sentence.happened).todo(sentence.todo).with({ u"name"_s, name, Privacy::Personal });
}

SigningOutcome outcomeOf(const Error& error)
{
    return error.code == ErrorCode::Cancelled ? SigningOutcome::Cancelled : SigningOutcome::Failed;
}

} // namespace

Finding tryKey(key::SigningKey& key, const std::stop_token& stop)
{
    const auto signer = signedBy(key, testText(), stop);
    key.tellOutcome(signer ? SigningOutcome::Signed : outcomeOf(signer.error()));
    if (signer)
        return about(passed("signed", Words::tr("The key of {holder} signed a test, and its certificate confirms it.")),
            *signer);
    qCWarning(logEnvironment).noquote() << "key test:" << logText(signer.error());
    return failedBy(signer.error());
}

CheckResult trialOf(key::SigningKey& key, const QString& title, const std::stop_token& stop)
{
    using std::chrono::steady_clock;
    CheckResult result;
    result.id = u"key-trial"_s;
    result.title = title;
    result.group = Group::Keys;
    result.cost = Cost::Slow;
    const auto begun = steady_clock::now();
    result.finding = tryKey(key, stop);
    result.took = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begun);
    result.measuredAt = QDateTime::currentDateTimeUtc();
    return result;
}

} // namespace bidseal::environment
