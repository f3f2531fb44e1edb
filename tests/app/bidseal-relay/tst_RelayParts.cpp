#include "app/bidseal-relay/Bytes.h"
#include "app/bidseal-relay/RateLimit.h"
#include "app/bidseal-relay/RedisAddress.h"
#include "app/bidseal-relay/Settings.h"

#include <QtTest>

using namespace bidseal::relay::service;
using namespace std::chrono_literals;

/// What is decided without a network.
class tst_RelayParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesOnlyWhatItEncodes()
    {
        for (std::size_t size = 0; size < 40; ++size) {
            const auto bytes = randomBytes(size);
            QCOMPARE(fromBase64Url(toBase64Url(bytes)), bytes);
        }
        QCOMPARE(toBase64Url("\xfb\xff"), "-_8");
        for (const char* text : { "A", "AA==", "AB", "AAB", "A A", "+_8", "-/8", "-_9", "AAAAA" })
            QVERIFY2(!fromBase64Url(text), text);
        QVERIFY(fromBase64Url("AAAA", 3) && !fromBase64Url("AAAA", 4));
    }

    void refillsBucketsWithTime()
    {
        RateLimit limit(2, 3);
        const auto start = Clock::now();
        for (int count = 0; count < 3; ++count)
            QCOMPARE(limit.take("one", start).count(), 0);
        QCOMPARE(limit.take("one", start).count(), 1);
        QCOMPARE(limit.take("other", start).count(), 0);
        QCOMPARE(limit.take("one", start + 500ms).count(), 0);
        QCOMPARE(limit.take("one", start + 500ms).count(), 1);
        RateLimit slow(1.0 / 60, 1);
        QCOMPARE(slow.take("one", start).count(), 0);
        QCOMPARE(slow.take("one", start).count(), 60);
        QCOMPARE(slow.take("one", start + 61s).count(), 0);
    }

    void knowsABoundedNumberOfAddresses()
    {
        RateLimit limit(0.001, 1);
        const auto start = Clock::now();
        for (int count = 0; count < 100'000; ++count)
            QCOMPARE(limit.take(std::to_string(count), start).count(), 0);
        QCOMPARE(limit.take("one more", start).count(), 0);
        QVERIFY(limit.take("and one more", start).count() > 0); // shares its bucket
        QCOMPARE(limit.take("later", start + 2000s).count(), 0);
        QCOMPARE(limit.take("much later", start + 2000s).count(), 0);
    }

    void shortensAddresses()
    {
        const auto address = [](const char* text) { return net::ip::make_address(text); };
        QCOMPARE(shortened(address("192.0.2.123")), "192.0.2.0/24");
        QCOMPARE(shortened(address("2001:db8:1:2:3:4:5:6")), "2001:db8:1::/48");
        QCOMPARE(shortened(address("::ffff:192.0.2.123")), "192.0.2.0/24");
        QCOMPARE(limitKey(address("::ffff:192.0.2.1")), limitKey(address("192.0.2.1")));
        QCOMPARE(limitKey(address("2001:db8::1")), limitKey(address("2001:db8::2")));
        QVERIFY(limitKey(address("192.0.2.1")) != limitKey(address("192.0.2.2")));
    }

    void believesOnlyTrustedProxies()
    {
        const std::vector<Network> trusted { *Network::parse("127.0.0.1"), *Network::parse("10.0.0.0/8"),
            *Network::parse("fd00::/8") };
        const auto client = [&](const char* peer, std::string_view forwarded) {
            return clientAddress(net::ip::make_address(peer), forwarded, trusted).to_string();
        };
        QCOMPARE(client("127.0.0.1", "192.0.2.1"), "192.0.2.1");
        QCOMPARE(client("127.0.0.1", "198.51.100.1,192.0.2.1 , 10.2.3.4"), "192.0.2.1");
        QCOMPARE(client("192.0.2.9", "198.51.100.1"), "192.0.2.9");
        QCOMPARE(client("fd00::1", "2001:db8::1"), "2001:db8::1");
        QCOMPARE(client("127.0.0.1", ""), "127.0.0.1");
        QCOMPARE(client("127.0.0.1", "unknown"), "127.0.0.1");
        QCOMPARE(client("127.0.0.1", "10.0.0.1, 10.0.0.2"), "10.0.0.1");
        for (const char* text : { "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "relay", "::/129" })
            QVERIFY2(!Network::parse(text), text);
    }

    void readsAddressesOfRedis()
    {
        const auto whole = RedisAddress::parse("redis://user:p%40ss@redis.example.com:6380/3");
        QVERIFY(whole);
        QCOMPARE(whole->host + '|' + whole->port + '|' + whole->user + '|' + whole->password,
            "redis.example.com|6380|user|p@ss");
        QCOMPARE(whole->database, 3);
        const auto least = RedisAddress::parse("redis://[::1]");
        QVERIFY(least);
        QCOMPARE(least->host + '|' + least->port + '|' + least->password, "::1|6379|");
        const auto local = RedisAddress::parse("unix://:word@/run/redis.sock?db=2");
        QVERIFY(local);
        QCOMPARE(local->socket + '|' + local->password, "/run/redis.sock|word");
        QCOMPARE(local->database, 2);
        for (const char* text : { "", "redis://", "rediss://host", "redis://host:port", "redis://host/x",
                 "redis://name@host", "redis://:%4@host", "unix://relative", "unix:///a?x=1" })
            QVERIFY2(!RedisAddress::parse(text), text);
    }

    void writesOriginsAsLinksWantThem()
    {
        QCOMPARE(originOf("https://Relay.Example.com:443/"), "https://relay.example.com");
        QCOMPARE(originOf("https://relay.example.com:8443"), "https://relay.example.com:8443");
        for (const char* text : { "", "https://", "http://relay.example.com", "https://relay.example.com/x",
                 "https://user@relay.example.com", "https://中继.example.com", "https://relay.example.com?x" })
            QVERIFY2(!originOf(text), text);
        QVERIFY(!originOf("https://" + std::string(60, 'a')));
    }
};

QTEST_GUILESS_MAIN(tst_RelayParts)
#include "tst_RelayParts.moc"
