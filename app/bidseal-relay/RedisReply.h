#pragma once

#include <string>
#include <vector>

namespace bidseal::relay::service {

struct RedisReply {
    enum class Kind { Nothing, Error, Number, Text, List };
    Kind kind = Kind::Nothing;
    long long number = 0;
    std::string text; ///< also of an error
    std::vector<RedisReply> parts;

    [[nodiscard]] bool isError() const { return kind == Kind::Error; }
};

} // namespace bidseal::relay::service
