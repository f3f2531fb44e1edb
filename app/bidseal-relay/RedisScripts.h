#pragma once

#include <string>

namespace bidseal::relay::service {

/// One Lua script: Redis runs it as a whole, with nothing of anybody else in between.
struct RedisScript {
    explicit RedisScript(const char* body);
    std::string text;
    std::string name; ///< as Redis calls it once it has seen it
};

/// KEYS of each: the session, the desktop's records, the phone's records, the list of all sessions.
/// The answer of each is a list, the verdict's word first.
struct RedisScripts {
    RedisScript open, join, put, fetch, end;
    RedisScripts();
};

} // namespace bidseal::relay::service
