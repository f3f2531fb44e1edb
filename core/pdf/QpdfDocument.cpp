#include "core/pdf/QpdfDocument.h"

#include <QDir>

#include <qpdf/QPDFLogger.hh>
#include <qpdf/QUtil.hh>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace bidseal::pdf::qpdf {

namespace {

const char* const kInheritable[] = { "/Resources", "/MediaBox", "/CropBox", "/Rotate" };

/// A node on its way down the tree, with the branches above it.
struct Node {
    Page page;
    std::vector<QPDFObjGen> branches;
};

bool isBranch(QPDFObjectHandle node) { return node.getKey("/Kids").isArray() && !node.isDictionaryOfType("/Page"); }

/// The bytes under which a password may have been used: UTF-8 in revisions 5 and 6 (ISO 32000-2, 7.6.4.3.3),
/// PDFDocEncoding before, and in the field also the writer's own code page.
std::vector<std::string> spellings(const Secret* password)
{
    if (!password || password->isEmpty())
        return { std::string() };
    return QUtil::possible_repaired_encodings(std::string(password->view()));
}

void wipe(std::vector<std::string>& spellings)
{
    for (std::string& spelling : spellings)
        std::fill(spelling.begin(), spelling.end(), '\0');
}

/// Null where the password is another one.
std::shared_ptr<QPDF> tryToOpen(const QByteArray& name, const std::string& password)
{
    const std::shared_ptr<QPDF> document = QPDF::create();
    silence(*document);
    document->setAttemptRecovery(false);
    try {
        document->processFile(name.constData(), password.c_str());
    } catch (const QPDFExc& e) {
        if (e.getErrorCode() == qpdf_e_password)
            return nullptr;
        throw;
    }
    return document;
}

} // namespace

tl::unexpected<Error> refused(const QString& detail)
{
    return failure(ErrorCode::DocumentRefusedBySecondReader, u"libqpdf: "_s + detail);
}

void silence(QPDF& document)
{
    const std::shared_ptr<QPDFLogger> logger = QPDFLogger::create();
    logger->setInfo(logger->discard());
    logger->setWarn(logger->discard());
    logger->setError(logger->discard());
    document.setLogger(logger);
    document.setSuppressWarnings(true);
}

Result<std::shared_ptr<QPDF>> open(const QString& path, const Secret* password)
{
    // libqpdf takes UTF-8 on every platform and widens it by itself on Windows.
    const QByteArray name = QDir::toNativeSeparators(path).toUtf8();
    std::vector<std::string> candidates = spellings(password);
    auto document = withoutExceptions([&]() -> Result<std::shared_ptr<QPDF>> {
        for (const std::string& candidate : candidates) {
            if (auto opened = tryToOpen(name, candidate))
                return opened;
        }
        return refused(u"invalid password"_s);
    });
    wipe(candidates);
    return document;
}

Result<std::vector<Page>> pagesOf(QPDF& document)
{
    // Without recursion, and without libqpdf's own walk, which changes the tree that it finds. Only /Kids counts.
    std::vector<Node> waiting { { { document.getRoot().getKey("/Pages"), {} }, {} } };
    std::vector<Page> pages;
    while (!waiting.empty()) {
        Node node = std::move(waiting.back());
        waiting.pop_back();
        QPDFObjectHandle dictionary = node.page.dictionary;
        if (!dictionary.isDictionary())
            return refused(u"a node of the page tree is no dictionary"_s);
        for (const char* key : kInheritable) {
            if (dictionary.hasKey(key))
                node.page.inherited[key] = dictionary.getKey(key);
        }
        if (!isBranch(dictionary)) {
            pages.push_back(std::move(node.page));
            continue;
        }
        const QPDFObjGen self = dictionary.getObjGen();
        if (std::find(node.branches.begin(), node.branches.end(), self) != node.branches.end())
            return refused(u"the page tree runs in a circle"_s);
        if (node.branches.size() >= kDeepest)
            return refused(u"the page tree is too deep"_s);
        node.branches.push_back(self);
        QPDFObjectHandle kids = dictionary.getKey("/Kids");
        for (int i = kids.getArrayNItems(); i-- > 0;)
            waiting.push_back({ { kids.getArrayItem(i), node.page.inherited }, node.branches });
    }
    if (pages.empty())
        return refused(u"no pages"_s);
    return pages;
}

} // namespace bidseal::pdf::qpdf
