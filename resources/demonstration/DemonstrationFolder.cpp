#include "resources/demonstration/DemonstrationFolder.h"

#include "core/base/platform/Files.h"
#include "core/seal/SealLibrary.h"
#include "resources/demonstration/SampleBid.h"
#include "resources/demonstration/SealPictures.h"
#include "resources/demonstration/TokenMint.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bidseal::demonstration {

namespace {

/// Written last. Another edition makes everything again.
constexpr auto kEdition = "bidseal demonstration material, edition 3\n";
const QString kEditionFile = u"edition.txt"_s;
constexpr auto kSamplePin = "123456"; ///< protects nothing: the keys are worthless
const QString kTokenLabel = u"Sample-UKey"_s;
const QString kBid = u"示例投标文件.pdf"_s;
const QString kCompanySeal = u"公章.png"_s;
const QString kRepresentativeSeal = u"法定代表人章.png"_s;
const QString kDateSeal = u"日期章.png"_s;

Status saved(const QImage& picture, const QString& path)
{
    if (!picture.save(path))
        return failure(ErrorCode::OutputNotWritable, path, { .name = path });
    return {};
}

} // namespace

DemonstrationFolder::DemonstrationFolder(const QString& path)
    : m_folder(QDir(path).absolutePath())
{
}

Status DemonstrationFolder::make(const QDate& today, const QString& drawn)
{
    if (isComplete())
        return {};
    for (const auto& part : { u"token"_s, u"data"_s })
        QDir(m_folder.filePath(part)).removeRecursively(); // half made, or of another edition
    if (!m_folder.mkpath(u"seals"_s) || !m_folder.mkpath(u"data/seals"_s))
        return failure(ErrorCode::OutputNotWritable, m_folder.path(), { .name = m_folder.path() });
    if (auto made = makeKeys(); !made)
        return made;
    if (drawn.isEmpty()) {
        if (auto made = drawSeals(today); !made)
            return made;
        if (auto made = makeBid(today); !made)
            return made;
    } else if (auto copied = copyDrawn(QDir(drawn)); !copied) {
        return copied;
    }
    if (auto added = addSealsToLibrary(); !added)
        return added;
    return write(kEditionFile, kEdition);
}

bool DemonstrationFolder::isComplete() const
{
    QFile edition(m_folder.filePath(kEditionFile));
    return edition.open(QIODevice::ReadOnly) && edition.readAll() == kEdition;
}

Status DemonstrationFolder::makeKeys()
{
    const auto mint = CertificateMint::create();
    if (!mint)
        return failure(mint.error());
    if (auto written = write(u"ca.pem"_s, certificatePem(mint->rootCertificate())); !written)
        return written;
    if (auto written = write(u"pin.txt"_s, QByteArray(kSamplePin) + '\n'); !written)
        return written;
    if (auto made = makeToken(*mint); !made)
        return made;
    if (auto made = makePhone(*mint); !made)
        return made;
    return makeRelay(*mint);
}

Status DemonstrationFolder::makeToken(const CertificateMint& mint)
{
    const auto rsa = mint.issue({ .keyType = KeyType::Rsa2048 });
    const auto p256 = mint.issue({ .keyType = KeyType::P256 });
    if (!rsa || !p256)
        return failure(rsa ? p256.error() : rsa.error());
    if (auto written = writeKeyFile(u"company.p12"_s, *rsa); !written)
        return written;
    const auto configuration = createTokenFolder(m_folder.filePath(u"token"_s));
    if (!configuration)
        return failure(configuration.error());
    qputenv("SOFTHSM2_CONF", configuration->toLocal8Bit());
    return mintToken(kTokenLabel, Secret::fromUtf8(kSamplePin),
        { { .key = *rsa, .label = u"RSA"_s, .id = "\x01" }, { .key = *p256, .label = u"P-256"_s, .id = "\x02" } });
}

/// The keys of bidseal-phone, which stands in for the company's phone.
Status DemonstrationFolder::makePhone(const CertificateMint& mint)
{
    for (const auto& [name, type] :
        { std::pair(u"phone-rsa.p12"_s, KeyType::Rsa2048), std::pair(u"phone-p256.p12"_s, KeyType::P256) }) {
        const auto key = mint.issue({ .keyType = type });
        if (!key)
            return failure(key.error());
        if (auto written = writeKeyFile(name, *key); !written)
            return written;
    }
    return {};
}

/// What a relay on this computer needs to be trusted by whoever trusts ca.pem.
Status DemonstrationFolder::makeRelay(const CertificateMint& mint)
{
    const auto server = mint.issueServer();
    if (!server)
        return failure(server.error());
    if (auto written = write(u"relay.pem"_s, certificatePem(server->certificate)); !written)
        return written;
    return write(u"relay.key"_s, privateKeyPem(server->privateKey));
}

Status DemonstrationFolder::drawSeals(const QDate& today)
{
    const SampleBid bid;
    for (const auto& [name, picture] : {
             std::pair(kCompanySeal, companySeal(bid.bidder.name)),
             std::pair(kRepresentativeSeal, legalRepresentativeSeal(bid.legalRepresentative)),
             std::pair(kDateSeal, dateSeal(today)),
         }) {
        if (auto written = saved(picture, m_folder.filePath(u"seals/"_s + name)); !written)
            return written;
    }
    return {};
}

Status DemonstrationFolder::addSealsToLibrary()
{
    for (const auto& [name, widthMm] :
        { std::pair(kCompanySeal, 42.0), std::pair(kRepresentativeSeal, 20.0), std::pair(kDateSeal, 46.0) }) {
        auto loaded = seal::loadSeal(
            m_folder.filePath(u"seals/"_s + name), name.chopped(4), seal::guessKind(name), QSizeF(widthMm, 0));
        if (!loaded)
            return failure(loaded.error());
        // The legal representative's, too, was enrolled in the company's key.
        loaded->holder = SampleBid().bidder.name;
        const auto added = seal::SealLibrary(m_folder.filePath(u"data/seals"_s)).add(*loaded);
        if (!added)
            return failure(added.error());
    }
    return {};
}

Status DemonstrationFolder::makeBid(const QDate& today)
{
    return writeSampleBid({ .date = today }, m_folder.filePath(kBid));
}

Status DemonstrationFolder::copyDrawn(const QDir& drawn)
{
    for (const auto& name :
        { kBid, u"seals/"_s + kCompanySeal, u"seals/"_s + kRepresentativeSeal, u"seals/"_s + kDateSeal }) {
        QFile::remove(m_folder.filePath(name));
        if (!QFile::copy(drawn.filePath(name), m_folder.filePath(name)))
            return failure(ErrorCode::OutputNotWritable, name, { .name = name });
    }
    return {};
}

Status DemonstrationFolder::writeKeyFile(const QString& name, const MintedKey& key)
{
    const auto content = keyFile(key, kSamplePin);
    if (!content)
        return failure(content.error());
    return write(name, *content);
}

/// Private to the user, as every key and PIN must be.
Status DemonstrationFolder::write(const QString& name, const QByteArray& content)
{
    QFile::remove(m_folder.filePath(name));
    QFile file(m_folder.filePath(name));
    if (auto created = platform::createPrivate(file); !created)
        return created;
    if (file.write(content) != content.size() || !file.flush())
        return failure(platform::writeError(file));
    return {};
}

} // namespace bidseal::demonstration
