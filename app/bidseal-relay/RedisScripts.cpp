#include "app/bidseal-relay/RedisScripts.h"

#include "app/bidseal-relay/Bytes.h"

namespace bidseal::relay::service {

namespace {

/// A session is a hash: verifier, desktop, phone (SHA-256 of the tokens), bytes-desktop and bytes-phone (of what each
/// has sent), reader-desktop and reader-phone ("CHANNEL WAITER" of who waits for that side's next record).
constexpr auto kCommon = R"lua(
local function same(one, other)
  if not one or not other or #one ~= #other then return false end
  local difference = 0
  for at = 1, #one do
    difference = bit.bor(difference, bit.bxor(string.byte(one, at), string.byte(other, at)))
  end
  return difference == 0
end

local function milliseconds()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end

-- All sessions that may be alive, so that they can be counted.
local function list(now, life, name)
  redis.call('ZADD', KEYS[4], now + tonumber(life), name)
  redis.call('EXPIRE', KEYS[4], 3600)
end

local function wake(reader, why)
  if not reader then return end
  local channel, waiter = string.match(reader, '^(%S+) (%d+)$')
  redis.call('PUBLISH', channel, waiter .. ' ' .. why)
end

-- The verdict, whose token it is, and whether a phone has joined.
local function access(token)
  local session = redis.call('HMGET', KEYS[1], 'desktop', 'phone')
  if not session[1] then return 'unknown-session' end
  if same(session[1], token) then return 'done', 'desktop', session[2] end
  if same(session[2], token) then return 'done', 'phone', session[2] end
  return 'unknown-token'
end

local records = {desktop = KEYS[2], phone = KEYS[3]}
local other = {desktop = 'phone', phone = 'desktop'}
)lua";

/// ARGV: verifier, token, life in ms, most sessions, name
constexpr auto kOpen = R"lua(
local now = milliseconds()
redis.call('ZREMRANGEBYSCORE', KEYS[4], '-inf', now)
if redis.call('ZCARD', KEYS[4]) >= tonumber(ARGV[4]) then return {'full'} end
if redis.call('EXISTS', KEYS[1]) == 1 then return {'conflict'} end
redis.call('HSET', KEYS[1], 'verifier', ARGV[1], 'desktop', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
list(now, ARGV[3], ARGV[5])
return {'done'}
)lua";

/// ARGV: proof's hash, token, life in ms, name
constexpr auto kJoin = R"lua(
local session = redis.call('HMGET', KEYS[1], 'verifier', 'phone')
if not session[1] then return {'unknown-session'} end
if not same(session[1], ARGV[1]) then return {'wrong-proof'} end
if session[2] then
  if same(session[2], ARGV[2]) then return {'done-before', redis.call('PTTL', KEYS[1])} end
  return {'already-joined'}
end
redis.call('HSET', KEYS[1], 'phone', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
list(milliseconds(), ARGV[3], ARGV[4])
return {'done', tonumber(ARGV[3])}
)lua";

/// ARGV: token, number, record, most records, most bytes
constexpr auto kPut = R"lua(
local verdict, side, phone = access(ARGV[1])
if verdict ~= 'done' then return {verdict} end
local number, record = tonumber(ARGV[2]), ARGV[3]
local count = redis.call('LLEN', records[side])
if number <= count then
  return {redis.call('LINDEX', records[side], number - 1) == record and 'done-before' or 'conflict'}
end
if not phone or number > count + 1 then return {'out-of-order'} end
local bytes = tonumber(redis.call('HGET', KEYS[1], 'bytes-' .. side) or 0) + #record
if number > tonumber(ARGV[4]) or bytes > tonumber(ARGV[5]) then return {'too-large'} end
redis.call('RPUSH', records[side], record)
redis.call('PEXPIRE', records[side], redis.call('PTTL', KEYS[1]))
redis.call('HSET', KEYS[1], 'bytes-' .. side, bytes)
wake(redis.call('HGET', KEYS[1], 'reader-' .. side), 'look')
redis.call('HDEL', KEYS[1], 'reader-' .. side)
return {'done'}
)lua";

/// ARGV: token, after, reader or nothing. Answers: verdict, joined (0, 1), ms that are left, record
constexpr auto kFetch = R"lua(
local verdict, side, phone = access(ARGV[1])
if verdict ~= 'done' then return {verdict} end
local from = other[side]
if ARGV[3] ~= '' then
  local before = redis.call('HGET', KEYS[1], 'reader-' .. from)
  if before ~= ARGV[3] then
    wake(before, 'superseded')
    redis.call('HSET', KEYS[1], 'reader-' .. from, ARGV[3])
  end
end
return {'done', phone and 1 or 0, redis.call('PTTL', KEYS[1]), redis.call('LINDEX', records[from], ARGV[2])}
)lua";

/// ARGV: token, name, "waiting" or nothing
constexpr auto kEnd = R"lua(
local verdict, side, phone = access(ARGV[1])
if verdict ~= 'done' then return {verdict} end
if ARGV[3] == 'waiting' and phone then return {'already-joined'} end
local readers = redis.call('HMGET', KEYS[1], 'reader-desktop', 'reader-phone')
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
redis.call('ZREM', KEYS[4], ARGV[2])
wake(readers[1], 'look')
wake(readers[2], 'look')
return {'done'}
)lua";

} // namespace

RedisScript::RedisScript(const char* body)
    : text(std::string(kCommon) + body)
    , name(sha1Hex(text))
{
}

RedisScripts::RedisScripts()
    : open(kOpen)
    , join(kJoin)
    , put(kPut)
    , fetch(kFetch)
    , end(kEnd)
{
}

} // namespace bidseal::relay::service
