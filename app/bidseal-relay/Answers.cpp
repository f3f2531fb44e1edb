#include "app/bidseal-relay/Answers.h"

#include <nlohmann/json.hpp>

#include <ctime>

namespace bidseal::relay::service {

namespace {

/// A full or lost store is worth a new try soon, but not at once.
constexpr seconds kTryAgain { 2 };

struct ProblemText {
    int status;
    const char* error;
    const char* title;
};

ProblemText textOf(Problem problem)
{
    switch (problem) {
    case Problem::InvalidRequest:
        return { 400, "invalid_request", "The request was not understood" };
    case Problem::UnknownPath:
        return { 404, "invalid_request", "There is nothing at this address" };
    case Problem::UnknownMethod:
        return { 405, "invalid_request", "This address knows other methods" };
    case Problem::InvalidToken:
        return { 401, "invalid_token", "A token of this session is needed" };
    case Problem::AccessDenied:
        return { 403, "access_denied", "The join proof is wrong" };
    case Problem::ExpiredToken:
        return { 404, "expired_token", "There is no such session" };
    case Problem::AlreadyJoined:
        return { 409, "already_joined", "A phone has joined this session" };
    case Problem::Conflict:
        return { 409, "conflict", "Another message has this number" };
    case Problem::OutOfOrder:
        return { 409, "out_of_order", "The message before is missing" };
    case Problem::TooLarge:
        return { 413, "too_large", "Too large, or too many" };
    case Problem::SlowDown:
        return { 429, "slow_down", "Too many requests from this address" };
    case Problem::TemporarilyUnavailable:
        return { 503, "temporarily_unavailable", "The relay is full or has lost its store" };
    }
    return {};
}

/// RFC 9110, 5.6.7
std::string httpDate()
{
    const auto now = std::time(nullptr);
    std::tm parts {};
    gmtime_r(&now, &parts);
    constexpr const char* days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    constexpr const char* months[]
        = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    char rest[32] = {};
    std::strftime(rest, sizeof rest, "%Y %H:%M:%S GMT", &parts);
    const auto day = (parts.tm_mday < 10 ? "0" : "") + std::to_string(parts.tm_mday);
    return std::string(days[parts.tm_wday]) + ", " + day + ' ' + months[parts.tm_mon] + ' ' + rest;
}

} // namespace

Answer emptyAnswer(http::status status)
{
    Answer answer(status, 11);
    answer.set(http::field::date, httpDate());
    answer.set(http::field::cache_control, "no-store");
    answer.set("X-Content-Type-Options", "nosniff");
    return answer;
}

Answer jsonAnswer(http::status status, std::string json)
{
    auto answer = emptyAnswer(status);
    answer.set(http::field::content_type, "application/json");
    answer.body() = std::move(json);
    return answer;
}

Answer problemAnswer(Problem problem, seconds retryAfter)
{
    const auto text = textOf(problem);
    const nlohmann::json body = { { "status", text.status }, { "title", text.title }, { "error", text.error } };
    auto answer = jsonAnswer(static_cast<http::status>(text.status), body.dump());
    answer.set(http::field::content_type, "application/problem+json");
    if (retryAfter.count() > 0)
        answer.set(http::field::retry_after, std::to_string(retryAfter.count()));
    if (problem == Problem::InvalidToken)
        answer.set(http::field::www_authenticate, "Bearer");
    return answer;
}

Answer unknownMethod(const char* allowed)
{
    auto answer = problemAnswer(Problem::UnknownMethod);
    answer.set(http::field::allow, allowed);
    return answer;
}

Answer refusal(Verdict verdict)
{
    switch (verdict) {
    case Verdict::UnknownSession:
        return problemAnswer(Problem::ExpiredToken);
    case Verdict::UnknownToken:
        return problemAnswer(Problem::InvalidToken);
    case Verdict::WrongProof:
        return problemAnswer(Problem::AccessDenied);
    case Verdict::AlreadyJoined:
        return problemAnswer(Problem::AlreadyJoined);
    case Verdict::Conflict:
        return problemAnswer(Problem::Conflict);
    case Verdict::OutOfOrder:
        return problemAnswer(Problem::OutOfOrder);
    case Verdict::TooLarge:
        return problemAnswer(Problem::TooLarge);
    case Verdict::Full:
    case Verdict::Unavailable:
    case Verdict::Done:
    case Verdict::DoneBefore:
        break;
    }
    return problemAnswer(Problem::TemporarilyUnavailable, kTryAgain);
}

} // namespace bidseal::relay::service
