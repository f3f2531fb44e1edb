#include "core/environment/crypto/KnownAnswers.h"

namespace bidseal::environment {

namespace {

using Kind = KnownAnswer::Kind;

QByteArray hex(const char* text) { return QByteArray::fromHex(text); }

// RFC 7520 signs the Base64 of a sentence from The Fellowship of the Ring, behind a header that names the method.
constexpr char kJoseSentence[] = "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0"
                                 "ZXAgb250byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5v"
                                 "IGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";
constexpr char kJoseRs256[] = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.";
constexpr char kJosePs384[] = "eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.";
constexpr char kJoseRsaKey[]
    = "30820122300d06092a864886f70d01010105000382010f003082010a02820101009f810fb4038273d02591e4073f31d2"
      "b6001b82cedb4d92f050165d47cfcab8a3c41cb778ac7553793f8ef975768d1a2374d8712564c3bcd77b9ea434544899"
      "407cff0099920a931a24c4414852ab29bdb0a95c0653f36c60e60bf90b6258dda56f37047ba5c2d1d029af9c9d40bac7"
      "aa41c78a0dd1068add699e808fea011ea1441d8a4f7bb4e97be39f55f1ddd44e9c4ba335159703d4d34b603e65147a4f"
      "23d6d3c0996c75edee846a82d190ae10783c961cf0387aed2106d2d0555b6fd937fad5535387e0ff72ffbe78941402b0"
      "b822ea2a74b6058c1dabf9b34a76cb63b87faa2c6847b8e2837fff91186e6b1c14911cf989a89092a81ce601ddacd3f9"
      "cf0203010001";

std::vector<KnownAnswer> digests()
{
    return {
        { "SHA-256", Kind::Digest, "SHA-256", "FIPS 180-4, NIST's example \"abc\"", {}, "abc",
            hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") },
        { "SHA-384", Kind::Digest, "SHA-384", "FIPS 180-4, NIST's example \"abc\"", {}, "abc",
            hex("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                "8086072ba1e7cc2358baeca134c825a7") },
        { "SHA-512", Kind::Digest, "SHA-512", "FIPS 180-4, NIST's example \"abc\"", {}, "abc",
            hex("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f") },
        { "SM3", Kind::Digest, "SM3", "GB/T 32905-2016, A.1", {}, "abc",
            hex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0") },
        { "SM3", Kind::Digest, "SM3", "GB/T 32905-2016, A.2", {}, QByteArray("abcd").repeated(16),
            hex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732") },
        { "HMAC-SHA-256", Kind::Mac, "SHA-256", "RFC 4231, 4.3", "Jefe", "what do ya want for nothing?",
            hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843") },
        { "HKDF-SHA-256", Kind::KeyDerivation, "SHA-256", "RFC 5869, A.1",
            hex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b"), {},
            hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"),
            hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9") },
    };
}

std::vector<KnownAnswer> ciphers()
{
    return {
        { "SM4-ECB", Kind::BlockCipher, "SM4-ECB", "GB/T 32907-2016, A.1", hex("0123456789abcdeffedcba9876543210"),
            hex("0123456789abcdeffedcba9876543210"), hex("681edf34d206965e86b3e94f536e4246") },
        { "SM4-CBC", Kind::BlockCipher, "SM4-CBC", "draft-ribose-cfrg-sm4-10, A.2.2.1",
            hex("0123456789abcdeffedcba9876543210"),
            hex("aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb"),
            hex("78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d"),
            hex("000102030405060708090a0b0c0d0e0f") },
        { "AES-256-CBC", Kind::BlockCipher, "AES-256-CBC", "NIST SP 800-38A, F.2.5",
            hex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4"),
            hex("6bc1bee22e409f96e93d7e117393172a"), hex("f58c4c04d6e5f1ba779eabfb5f7bfbd6"),
            hex("000102030405060708090a0b0c0d0e0f") },
        { "AES-256-GCM", Kind::AuthenticatedCipher, "AES-256-GCM", "McGrew and Viega for NIST SP 800-38D, case 16",
            hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
            hex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"),
            hex("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                "76fc6ece0f4e1768cddf8853bb2d551b"),
            hex("cafebabefacedbaddecaf888"), hex("feedfacedeadbeeffeedfacedeadbeefabaddad2") },
    };
}

std::vector<KnownAnswer> signatures()
{
    return {
        { "RSA", Kind::RsaPkcs1, "SHA-256", "RFC 7520, 4.1", hex(kJoseRsaKey), QByteArray(kJoseRs256) + kJoseSentence,
            hex("3118dd925cbbffea133d34b70173f8d6240818a6bcd00d19993b95e4c11a1e8c675b67b9099e4d94ab5a8a7a0598a668"
                "a5d1ccd4ed94e26c3325d431f7dea2be9f37c6e825208ecf3438bce309c1f810e4a01c00efcd7ce615fe12ce09230983"
                "2c92b795f5916be5ed2f446796db98bfbe3a8984e1fea1d10faf0136dd6e48d0ab5024c90ede5a004eb1f305b52adf5e"
                "468e103e871269d9c75c5c67b7c22cf54ce911157478f3d074bb96dc84bf75edf1c88ac368b19d8e5b8fc540216fa2f6"
                "69789cd54d76a6874653428b510484fe823e66798a277178b8e6439dde9065626eb21678d40c5ffdf7087bcbbd8a91fc"
                "e28828ade7bbbe36d4e72d7c903aae0e") },
        { "RSA-PSS", Kind::RsaPss, "SHA-384", "RFC 7520, 4.2", hex(kJoseRsaKey), QByteArray(kJosePs384) + kJoseSentence,
            hex("72edb6781aa46032a02254e9cc35c6bda15fcfa586a33edf50371f4f49243b2e369a2021daac81ce4d7112c9e4d88a4d"
                "ebeb4f89de95ae494792ab06a83a8709d3fa3bc4d30797430c8b65955a3aff538b3e971b52b8625123316db5d4bddbd6"
                "5f383e503f1b8a245e40595fcf6f3319656c76234051ff199f23c4815167e38d9974daa254946606aad84577bc3ff8a3"
                "43ba7c55dcf44d3af151e4f7966f1df6c867af695f253f089948ef000d977b3d8c969f1c044e5ac03cd3d2a2349faba2"
                "3f568237fdbf8cb01e41396a447b5f6bae1041252614002354a3db0728bbc61a34b9339c6c7e75d1ae8662625401f996"
                "8f067aa03e227caa3c0d833e5fbd846b") },
        { "ECDSA P-256", Kind::Ecdsa, "SHA-256", "RFC 6979, A.2.5",
            hex("3059301306072a8648ce3d020106082a8648ce3d0301070342000460fed4ba255a9d31c961eb74c6356d68c049b8923b"
                "61fa6ce669622e60f29fb67903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299"),
            "sample",
            hex("3046022100efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716022100f7cb1c942d657c41"
                "d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8") },
        { "ECDSA P-384", Kind::Ecdsa, "SHA-384", "RFC 6979, A.2.6",
            hex("3076301006072a8648ce3d020106052b8104002203620004ec3a4e415b4e19a4568618029f427fa5da9a8bc4ae92e02e"
                "06aae5286b300c64def8f0ea9055866064a254515480bc138015d9b72d7d57244ea8ef9ac0c621896708a59367f9dfb9"
                "f54ca84b3f1c9db1288b231c3ae0d4fe7344fd2533264720"),
            "sample",
            hex("306602310094edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd"
                "1e80fabe4602310099ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e"
                "7b82c71a38628ac8") },
        { "SM2", Kind::Sm2, "SM3", "GB/T 32918.5-2017, A.2",
            hex("3059301306072a8648ce3d020106082a811ccf5501822d0342000409f9df311e5421a150dd7d161e4bc5c672179fad18"
                "33fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"),
            "message digest",
            hex("3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8"
                "763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa") },
        { "Ed25519", Kind::Ed25519, nullptr, "RFC 8032, 7.1, test 2",
            hex("302a300506032b65700321003d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"), hex("72"),
            hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00") },
        { "X25519", Kind::KeyAgreement, nullptr, "RFC 7748, 6.1",
            hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"),
            hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"),
            hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742") },
    };
}

} // namespace

const std::vector<KnownAnswer>& knownAnswers()
{
    static const auto all = [] {
        auto answers = digests();
        for (auto more : { ciphers, signatures })
            for (auto& answer : more())
                answers.push_back(std::move(answer));
        return answers;
    }();
    return all;
}

} // namespace bidseal::environment
