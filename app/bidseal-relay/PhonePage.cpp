#include "app/bidseal-relay/PhonePage.h"

#include "app/bidseal-relay/Bytes.h"

#include <openssl/evp.h>

namespace bidseal::relay::service {

namespace {

constexpr std::string_view kStyle
    = "body{font:1.1em/1.6 sans-serif;max-width:32em;margin:3em auto;padding:0 1em;color:#1f2328;"
      "background:#fff}h1{font-size:1.3em}p[lang=en]{color:#57606a}";

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char character : text) {
        switch (character) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += character;
        }
    }
    return safe;
}

std::string joined(const std::vector<std::string>& names, std::string_view separator)
{
    std::string text;
    for (const auto& name : names)
        text += (text.empty() ? std::string() : std::string(separator)) + "<b>" + escaped(name) + "</b>";
    return text;
}

/// 'sha256-…' of the style, in ordinary base64.
std::string styleHash()
{
    const auto digest = sha256(kStyle);
    std::string base64(4 * ((digest.size() + 2) / 3), '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()),
        reinterpret_cast<const unsigned char*>(digest.data()), static_cast<int>(digest.size()));
    return base64;
}

} // namespace

std::string phonePage(const std::vector<std::string>& appNames)
{
    const auto chinese = appNames.empty() ? std::string("贵单位使用的手机证书 App") : joined(appNames, "或");
    const auto english
        = appNames.empty() ? std::string("the certificate app that your company uses") : joined(appNames, " or ");
    return "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
           "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"robots\" content=\"noindex\">"
           "<title>请用 App 扫码 · Scan with the app</title><style>"
        + std::string(kStyle)
        + "</style></head><body>\n<h1>请用手机证书 App 扫描此二维码</h1>\n<p>此二维码用于电子签章。请打开" + chinese
        + "，用其中的“扫一扫”再次扫描电脑屏幕上的二维码。浏览器不能完成签章。</p>\n"
          "<p>如果不是您本人在电脑上发起的签章，请关闭本页，不要转发此链接。</p>\n"
          "<p lang=\"en\">This code is for signing documents. Please open "
        + english
        + " and scan the code on the computer’s screen with it once more. A browser cannot sign. If you did not start "
          "this on "
          "your computer, close this page and send the link to nobody.</p>\n</body></html>\n";
}

Answer phonePageAnswer(const std::string& page)
{
    static const auto policy = "default-src 'none'; style-src 'sha256-" + styleHash()
        + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    auto answer = emptyAnswer(http::status::ok);
    answer.set(http::field::content_type, "text/html; charset=utf-8");
    answer.set("Content-Security-Policy", policy);
    answer.set("Referrer-Policy", "no-referrer");
    answer.body() = page;
    return answer;
}

} // namespace bidseal::relay::service
