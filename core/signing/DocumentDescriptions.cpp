#include "core/signing/DocumentDescriptions.h"

#include "core/pdf/Document.h"
#include "core/signing/PreviewPicture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace bidseal::signing {

namespace {

using key::DocumentDescription;

constexpr qint64 kBlock = 1024 * 1024; // bytes

Result<QByteArray> sha256Of(const QString& path, const std::stop_token& stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileNotReadable, file.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, u"while hashing a source"_s);
        const QByteArray block = file.read(kBlock);
        if (block.isEmpty())
            return failure(ErrorCode::FileNotReadable, file.errorString());
        hash.addData(block);
    }
    return hash.result();
}

/// In the order in which the seals were placed first.
std::vector<DocumentDescription::Mark> marksOf(const std::vector<seal::PlacedSeal>& seals)
{
    std::vector<std::pair<QString, std::set<int>>> pagesOfSeals;
    for (const auto& placed : seals) {
        const auto known = std::find_if(
            pagesOfSeals.begin(), pagesOfSeals.end(), [&](const auto& seal) { return seal.first == placed.seal.name; });
        auto& pages = known == pagesOfSeals.end() ? pagesOfSeals.emplace_back(placed.seal.name, std::set<int>()).second
                                                  : known->second;
        pages.insert(placed.placement.page + 1);
    }
    std::vector<DocumentDescription::Mark> marks;
    for (const auto& [name, pages] : pagesOfSeals)
        marks.push_back({ name, { pages.begin(), pages.end() } });
    return marks;
}

/// The first page with a seal; the first page where there is none.
int shownPage(const std::vector<seal::PlacedSeal>& seals)
{
    const auto first = std::min_element(
        seals.begin(), seals.end(), [](const auto& a, const auto& b) { return a.placement.page < b.placement.page; });
    return first == seals.end() ? 0 : first->placement.page;
}

Result<DocumentDescription> describe(
    const SigningRequest& request, PreviewPicture& previews, const std::stop_token& stop)
{
    const auto document
        = pdf::Document::open(request.source, request.documentPassword.isEmpty() ? nullptr : &request.documentPassword);
    if (!document)
        return failure(document.error());
    auto sha256 = sha256Of(request.source, stop);
    if (!sha256)
        return failure(sha256.error());

    DocumentDescription description;
    description.name = QFileInfo(request.source).fileName();
    description.pages = (*document)->pageCount();
    description.bytes = (*document)->size();
    description.sha256 = std::move(*sha256);
    description.marks = marksOf(request.seals);
    const int page = shownPage(request.seals);
    if (page >= 0 && page < (*document)->pageCount()) {
        if (auto jpeg = previews.draw(request, page, (*document)->page(page)); !jpeg.isEmpty())
            description.previews.push_back({ page + 1, std::move(jpeg) });
    }
    // Name, digest and picture speak of the same file.
    if (const auto unchanged = (*document)->checkUnchanged(); !unchanged)
        return failure(unchanged.error());
    return description;
}

} // namespace

Result<std::vector<DocumentDescription>> describeDocuments(
    std::span<const SigningRequest> requests, std::stop_token stop)
{
    PreviewPicture previews;
    std::vector<DocumentDescription> descriptions;
    for (const auto& request : requests) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, u"while describing"_s);
        auto described = describe(request, previews, stop);
        if (!described && described.error().facts.name.isEmpty())
            described.error().facts.name = QFileInfo(request.source).fileName();
        if (!described)
            return failure(described.error());
        descriptions.push_back(std::move(*described));
    }
    return descriptions;
}

} // namespace bidseal::signing
