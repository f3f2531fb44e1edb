#include "core/environment/keys/RevocationInquiry.h"

#include "core/environment/https/ServerExchange.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bidseal::environment {

namespace {

using certificate::Certificate;
using certificate::OcspQuestion;
using certificate::RevocationAnswer;
using certificate::RevocationStatus;

constexpr qint64 kLargestOcspAnswer = 256 * 1024; // bytes; real ones have 1 to 5 KB
constexpr qint64 kLargestList = 16 * 1024 * 1024; // bytes

/// One question to one server about one certificate.
struct Inquiry {
    std::size_t certificate = 0; ///< its place among those in question
    Certificate issuer;
    Server server;
    std::optional<OcspQuestion> ocsp; ///< absent: the list is fetched
};

std::optional<Certificate> issuerOf(const CertificateInQuestion& one, const std::vector<Certificate>& roots)
{
    for (const auto* pool : { &one.others, &roots })
        for (const auto& candidate : *pool)
            if (one.certificate.isIssuedBy(candidate))
                return candidate;
    return {};
}

bool namesSomebody(const Certificate& certificate)
{
    const auto addresses = revocationAddresses(certificate);
    return !addresses.ocsp.isEmpty() || !addresses.lists.isEmpty();
}

bool isList(const Server& server) { return server.url.path().endsWith(".crl"_L1, Qt::CaseInsensitive); }

std::optional<Inquiry> inquiry(
    std::size_t place, const Certificate& certificate, const Certificate& issuer, const Server& server)
{
    if (isList(server))
        return Inquiry { place, issuer, server, {} };
    auto question = OcspQuestion::about(certificate, issuer);
    if (!question)
        return {};
    return Inquiry { place, issuer, server, std::move(question) };
}

ServerQuestion questionFor(const Inquiry& inquiry)
{
    ServerQuestion question { .url = inquiry.server.url,
        .caFile = inquiry.server.caFile,
        .verb = ServerQuestion::Verb::Get,
        .until = ServerQuestion::Until::WholeAnswer,
        .largestBody = kLargestList };
    if (inquiry.ocsp) { // RFC 6960, A.1
        question.verb = ServerQuestion::Verb::Post;
        question.contentType = "application/ocsp-request";
        question.body = inquiry.ocsp->der();
        question.largestBody = kLargestOcspAnswer;
    }
    return question;
}

/// Who says "revoked" is believed before who says "good"; both before who does not know.
int weightOf(const RevocationResult& result)
{
    if (result.state != RevocationResult::State::Answered)
        return 0;
    switch (result.answer.status) {
    case RevocationStatus::Revoked:
        return 4;
    case RevocationStatus::Good:
        return 3;
    case RevocationStatus::NotKnown:
        return 2;
    case RevocationStatus::Unusable:
        return 1;
    }
    return 0;
}

RevocationResult resultOf(
    const Inquiry& inquiry, const ServerAnswer& answer, const Certificate& certificate, const QDateTime& now)
{
    RevocationResult result { RevocationResult::State::NoAnswer, inquiry.server.url, {} };
    if (answer.problem != ServerProblem::None || answer.status != 200) {
        result.answer.problem = u"%1, HTTP %2"_s.arg(wordFor(answer.problem)).arg(answer.status);
        return result;
    }
    result.state = RevocationResult::State::Answered;
    result.answer = inquiry.ocsp ? inquiry.ocsp->read(answer.body, now)
                                 : readRevocationList(answer.body, certificate, inquiry.issuer, now);
    return result;
}

} // namespace

std::vector<RevocationResult> askForRevocation(const std::vector<CertificateInQuestion>& certificates,
    const std::vector<Certificate>& roots, const std::vector<Server>& servers, const QDateTime& now,
    std::chrono::milliseconds patience, const std::stop_token& stop)
{
    std::vector<RevocationResult> results(certificates.size());
    std::vector<Inquiry> inquiries;
    std::vector<ServerQuestion> questions;
    for (std::size_t i = 0; i < certificates.size(); ++i) {
        const auto& certificate = certificates[i].certificate;
        const auto issuer = issuerOf(certificates[i], roots);
        results[i].server = servers.front().url;
        if (!namesSomebody(certificate))
            results[i].state = RevocationResult::State::NamesNobody;
        else if (!issuer)
            results[i].state = RevocationResult::State::IssuerMissing;
        else
            for (const auto& server : servers)
                if (auto asked = inquiry(i, certificate, *issuer, server)) {
                    questions.push_back(questionFor(*asked));
                    inquiries.push_back(std::move(*asked));
                }
    }

    const auto answers = askSideBySide(questions, patience, stop);
    for (std::size_t i = 0; i < inquiries.size(); ++i) {
        auto& best = results[inquiries[i].certificate];
        auto result = resultOf(inquiries[i], answers[i], certificates[inquiries[i].certificate].certificate, now);
        if (weightOf(result) >= weightOf(best))
            best = std::move(result);
    }
    return results;
}

} // namespace bidseal::environment
