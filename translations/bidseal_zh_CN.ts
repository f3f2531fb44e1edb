<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CautionText</name>
    <message numerus="yes">
        <source>The seal is larger than %n page(s), left out: %1.</source>
        <translation>
            <numerusform>有 %n 页小于印章，已跳过：第 %1 页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved in on %n page(s), where the seal would have reached over the edge: %1.</source>
        <translation>
            <numerusform>有 %n 页的印章会超出页边，已移到页内：第 %1 页。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The seal covers another one on %n page(s): %1.</source>
        <translation>
            <numerusform>有 %n 页的印章盖住了另一枚印章：第 %1 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>With so many pages to a seal its strips would be narrower than 2 mm and could not be recognised: more seals were used, each over fewer pages.</source>
        <translation>每枚印章的页数太多时，切条不足 2 毫米，无法辨认；已改用更多印章，每枚跨更少的页。</translation>
    </message>
    <message numerus="yes">
        <source>The seal reaches over the edge of %n page(s): %1.</source>
        <translation>
            <numerusform>有 %n 页的印章超出页边：第 %1 页。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the numbers of pages: &quot;3, 5, 8&quot;</extracomment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>ClockChecks</name>
    <message>
        <source>Open the date and time settings of this computer, let the time be set automatically, and check the time zone. Then run this check again.</source>
        <translation>请打开本机的“日期和时间”设置，开启“自动设置时间”，并核对时区，然后重新检测。</translation>
    </message>
    <message>
        <source>Compare the date, the time and the time zone of this computer with a phone. If they differ, correct them in the date and time settings and run this check again.</source>
        <translation>请用手机核对本机的日期、时间和时区；如不一致，请在“日期和时间”设置中更正，然后重新检测。</translation>
    </message>
    <message>
        <source>The clock of this computer stands at {now}. That is before this program was made, on {builtOn}.</source>
        <translation>本机时钟显示为 {now}，早于本程序的制作日期 {builtOn}。</translation>
    </message>
    <message>
        <source>The date is wrong. With a wrong date, valid certificates look invalid, and signatures carry a time that nobody accepts.</source>
        <translation>日期有误。日期错误时，有效的证书会显示为“证书无效”，签名中的时间也不会被认可。</translation>
    </message>
    <message>
        <source>The clock of this computer is {offsetSeconds} ahead of the servers&apos; time.</source>
        <translation>本机时钟比服务器时间快 {offsetSeconds}。</translation>
    </message>
    <message>
        <source>The clock of this computer is {offsetSeconds} behind the servers&apos; time.</source>
        <translation>本机时钟比服务器时间慢 {offsetSeconds}。</translation>
    </message>
    <message>
        <source>Signatures carry this time. It is still accepted, but a clock that nobody sets goes further wrong; from {limitSeconds} on, signatures are refused.</source>
        <translation>签名中会记录这个时间。目前的偏差仍可接受，但无人校准的时钟会越走越偏；偏差超过 {limitSeconds} 时，签名将被拒绝。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: {offsetSeconds} ahead of the time that several servers tell.</source>
        <translation>本机时钟有误：比多台服务器给出的时间快 {offsetSeconds}。</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: {offsetSeconds} behind the time that several servers tell.</source>
        <translation>本机时钟有误：比多台服务器给出的时间慢 {offsetSeconds}。</translation>
    </message>
    <message>
        <source>A wrong clock is the usual cause of “the certificate is invalid”. Timestamp authorities and platforms refuse signatures that carry such a time.</source>
        <translation>时钟不准是“证书无效”最常见的原因。时间戳机构和交易平台会拒绝带有这种时间的签名。</translation>
    </message>
    <message>
        <source>By one server&apos;s time, the clock of this computer is {offsetSeconds} ahead; no second server confirmed that.</source>
        <translation>按一台服务器的时间，本机时钟快 {offsetSeconds}；没有第二台服务器加以印证。</translation>
    </message>
    <message>
        <source>By one server&apos;s time, the clock of this computer is {offsetSeconds} behind; no second server confirmed that.</source>
        <translation>按一台服务器的时间，本机时钟慢 {offsetSeconds}；没有第二台服务器加以印证。</translation>
    </message>
    <message>
        <source>Either this computer&apos;s clock is wrong or that server&apos;s. A wrong clock is the usual cause of “the certificate is invalid”.</source>
        <translation>不是本机时钟有误，就是该服务器的时钟有误。时钟不准是“证书无效”最常见的原因。</translation>
    </message>
    <message>
        <source>The servers that were asked for the time contradict each other.</source>
        <translation>各服务器给出的时间互相矛盾。</translation>
    </message>
    <message>
        <source>Whether this computer&apos;s clock is right cannot be said from that.</source>
        <translation>据此无法判断本机时钟是否准确。</translation>
    </message>
    <message>
        <source>The servers that were asked for the time showed certificates that are not valid at this computer&apos;s date.</source>
        <translation>按本机日期，各时间来源服务器出示的证书不在有效期内。</translation>
    </message>
    <message>
        <source>Either their certificates have expired or this computer&apos;s clock is wrong. A wrong clock is the usual cause of “the certificate is invalid”.</source>
        <translation>不是服务器证书已过期，就是本机时钟有误。时钟不准是“证书无效”最常见的原因。</translation>
    </message>
    <message>
        <source>None of the servers that were asked told the time.</source>
        <translation>所询问的服务器均未给出时间。</translation>
    </message>
    <message>
        <source>Whether this computer&apos;s clock is right is not known. A wrong clock is the usual cause of “the certificate is invalid”.</source>
        <translation>无法得知本机时钟是否准确。时钟不准是“证书无效”最常见的原因。</translation>
    </message>
    <message>
        <source>The clock of this computer differs by {offsetSeconds} from the servers&apos; time.</source>
        <translation>本机时钟与服务器时间相差 {offsetSeconds}。</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>日期和时间</translation>
    </message>
    <message>
        <source>No server is set up that could tell the time, so there is nothing to compare the clock with.</source>
        <translation>未设置可提供时间的服务器，无法比对时钟。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>The signed file; never the original</source>
        <translation>签章后的文件；绝不是原文件</translation>
    </message>
    <message>
        <source>A file with the PIN that only you may read; - is standard input</source>
        <translation>存放 PIN 码、仅本人可读的文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>The same for the password that opens the PDF</source>
        <translation>存放 PDF 打开密码的文件，要求同上</translation>
    </message>
    <message>
        <source>The empty signature field to sign into</source>
        <translation>要签入的空白签名域</translation>
    </message>
    <message>
        <source>A seal&apos;s picture; repeatable</source>
        <translation>印章图片；可重复</translation>
    </message>
    <message>
        <source>The true size of the seal before it</source>
        <translation>前一个印章的实际尺寸</translation>
    </message>
    <message>
        <source>pades (default), or adobe for readers that know no PAdES</source>
        <translation>pades（默认），或 adobe（供不支持 PAdES 的阅读器使用）</translation>
    </message>
    <message>
        <source>Why it is signed</source>
        <translation>签章原因</translation>
    </message>
    <message>
        <source>Where it is signed</source>
        <translation>签章地点</translation>
    </message>
    <message>
        <source>Overwrite OUT, nothing else</source>
        <translation>仅允许覆盖输出文件</translation>
    </message>
    <message>
        <source>The PDF to sign is missing.</source>
        <translation>缺少要签章的 PDF。</translation>
    </message>
    <message>
        <source>Standard input holds one secret: the PIN or the password, not both.</source>
        <translation>标准输入只能提供一个秘密：PIN 码或密码，不能两个都用。</translation>
    </message>
    <message>
        <source>“%1” is not a profile; there are pades and adobe.</source>
        <translation>“%1”不是签名格式；可用的是 pades 和 adobe。</translation>
    </message>
    <message>
        <source>There is an argument that is not known (%1).</source>
        <translation>有无法识别的参数（%1）。</translation>
    </message>
    <message>
        <source>An option has no value, or stands there twice (%1).</source>
        <translation>某个选项缺少值，或出现了两次（%1）。</translation>
    </message>
    <message>
        <source>The arguments are not understood (%1).</source>
        <translation>无法理解这些参数（%1）。</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>BidSeal signs bid documents.</source>
        <translation>标印：为投标文件签章。</translation>
    </message>
    <message>
        <source>List the keys that can sign</source>
        <translation>列出可用于签章的密钥</translation>
    </message>
    <message>
        <source>The UKey&apos;s driver (PKCS#11)</source>
        <translation>UKey 驱动（PKCS#11）</translation>
    </message>
    <message>
        <source>Say what a signed PDF proves</source>
        <translation>验章：说明已签章的 PDF 能证明什么</translation>
    </message>
    <message>
        <source>The signed PDF</source>
        <translation>已签章的 PDF</translation>
    </message>
    <message>
        <source>A file with the password that opens the PDF; - is standard input</source>
        <translation>存放 PDF 打开密码的文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs</source>
        <translation>以 JSON 格式输出，供程序使用</translation>
    </message>
    <message>
        <source>The signed PDF is missing.</source>
        <translation>缺少已签章的 PDF。</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 的密码：</translation>
    </message>
    <message>
        <source>A wrong PIN was entered before. PIN of %1 (%2): </source>
        <translation>此前输入过错误的 PIN 码。请输入 %1（%2）的 PIN 码：</translation>
    </message>
    <message>
        <source>PIN of %1 (%2): </source>
        <translation>%1（%2）的 PIN 码：</translation>
    </message>
    <message>
        <source>Only one try is left for %1: one more wrong PIN locks it. Type %2 to use it: </source>
        <translation>%1 只剩最后一次尝试：再错一次即被锁定。如要使用，请输入 %2：</translation>
    </message>
    <message>
        <source>Password of the key file %1: </source>
        <translation>密钥文件 %1 的密码：</translation>
    </message>
    <message>
        <source>PIN: no wrong entries</source>
        <translation>PIN 码：没有错误输入</translation>
    </message>
    <message>
        <source>PIN: entered wrongly before</source>
        <translation>PIN 码：此前输错过</translation>
    </message>
    <message>
        <source>PIN: only one try left</source>
        <translation>PIN 码：只剩最后一次尝试</translation>
    </message>
    <message>
        <source>PIN: locked</source>
        <translation>PIN 码：已锁定</translation>
    </message>
    <message>
        <source>Holder: %1</source>
        <translation>持有者：%1</translation>
    </message>
    <message>
        <source>Issuer: %1, serial number %2</source>
        <translation>颁发者：%1，序列号 %2</translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation>有效期至：%1</translation>
    </message>
    <message>
        <source>UKey: %1, driver %2</source>
        <translation>UKey：%1，驱动 %2</translation>
    </message>
    <message>
        <source>Cannot sign: %1</source>
        <translation>不能签章：%1</translation>
    </message>
    <message>
        <source>No key was found. Is the UKey plugged in and its driver installed?</source>
        <translation>没有找到密钥。UKey 插好了吗？驱动安装了吗？</translation>
    </message>
    <message>
        <source>What was signed is unchanged.</source>
        <translation>签署的内容未被改动。</translation>
    </message>
    <message>
        <source>What was signed has been changed, or the signature is not genuine.</source>
        <translation>签署的内容已被改动，或签名不真实。</translation>
    </message>
    <message>
        <source>Whether what was signed is unchanged cannot be decided.</source>
        <translation>无法判断签署的内容是否被改动。</translation>
    </message>
    <message>
        <source>The signature covers the whole file.</source>
        <translation>签名覆盖整个文件。</translation>
    </message>
    <message>
        <source>Something was added to the file after this signature.</source>
        <translation>此签名之后，文件中又添加了内容。</translation>
    </message>
    <message>
        <source>The signature does not say properly what it covers.</source>
        <translation>签名没有正确说明它覆盖的范围。</translation>
    </message>
    <message>
        <source>Signed by %1 (who this is has not been checked)</source>
        <translation>签署者：%1（身份尚未核实）</translation>
    </message>
    <message>
        <source>Signed by somebody unknown: there is no readable certificate</source>
        <translation>签署者未知：没有可读取的证书</translation>
    </message>
    <message>
        <source>Time: %1, claimed by the signer&apos;s computer</source>
        <translation>时间：%1（由签署者的电脑声明）</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>详情：%1</translation>
    </message>
    <message>
        <source>This file carries no signature.</source>
        <translation>此文件没有签名。</translation>
    </message>
    <message>
        <source>“%1” in --at is not understood; write page=3,x=120mm,y=230mm.</source>
        <translation>无法理解 --at 中的“%1”；请写成 page=3,x=120mm,y=230mm。</translation>
    </message>
    <message>
        <source>“%1” stands twice in one --at.</source>
        <translation>同一个 --at 中“%1”出现了两次。</translation>
    </message>
    <message>
        <source>“%1” is missing in --at %2; write page=3,x=120mm,y=230mm.</source>
        <translation>--at %2 中缺少“%1”；请写成 page=3,x=120mm,y=230mm。</translation>
    </message>
    <message>
        <source>“%1” is not a page; the first page is 1.</source>
        <translation>“%1”不是页码；第一页为 1。</translation>
    </message>
    <message>
        <source>x and y in --at %1 are needed in millimetres, as in x=120mm.</source>
        <translation>--at %1 中的 x 和 y 须以毫米为单位，例如 x=120mm。</translation>
    </message>
    <message>
        <source>“%1” is not an angle from -360 to 360 degrees.</source>
        <translation>“%1”不是 -360 到 360 度之间的角度。</translation>
    </message>
    <message>
        <source>“%1” is not a size; write --seal-size 42mm, or 40x30mm for width and height.</source>
        <translation>“%1”不是尺寸；请写成 --seal-size 42mm，或用 40x30mm 表示宽和高。</translation>
    </message>
    <message>
        <source>--seal %1 has two sizes.</source>
        <translation>--seal %1 指定了两个尺寸。</translation>
    </message>
    <message>
        <source>--seal %1 has no size; add --seal-size 42mm.</source>
        <translation>--seal %1 没有尺寸；请加上 --seal-size 42mm。</translation>
    </message>
    <message>
        <source>--seal %1 has no place; add --at page=3,x=120mm,y=230mm.</source>
        <translation>--seal %1 没有位置；请加上 --at page=3,x=120mm,y=230mm。</translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation>已签章：%1</translation>
    </message>
    <message>
        <source>Signer: %1, certificate %2</source>
        <translation>签署者：%1，证书 %2</translation>
    </message>
    <message>
        <source>Time: %1 by this computer&apos;s clock</source>
        <translation>时间：%1（本机时钟）</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation>
            <numerusform>%n 个印章</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign PDFs, with seals or invisibly</source>
        <translation>为 PDF 签章，可加盖印章，也可不可见</translation>
    </message>
    <message>
        <source>The PDF to sign; several under one PIN</source>
        <translation>要签章的 PDF；可以多个，只输一次 PIN 码</translation>
    </message>
    <message>
        <source>The folder for the signed files, named NAME_已签章.pdf</source>
        <translation>签章后的文件所在文件夹，文件名为 名称_已签章.pdf</translation>
    </message>
    <message>
        <source>The code for the phone as a picture too; removed when it is not needed any more</source>
        <translation>同时把供手机扫描的二维码存为图片；不再需要时自动删除</translation>
    </message>
    <message>
        <source>How long to wait for the phone in all</source>
        <translation>等待手机的总时间</translation>
    </message>
    <message>
        <source>--out is missing: the signed file needs a name of its own; for several files give --out-dir.</source>
        <translation>缺少 --out：签章后的文件需要自己的文件名；多个文件请用 --out-dir。</translation>
    </message>
    <message>
        <source>Either --out or --out-dir, not both.</source>
        <translation>--out 和 --out-dir 只能用一个。</translation>
    </message>
    <message>
        <source>--out names one file; for several give --out-dir.</source>
        <translation>--out 只能指定一个文件；多个文件请用 --out-dir。</translation>
    </message>
    <message>
        <source>--key is missing: a UKey&apos;s key (pkcs11:…), a key file (p12:FILE) or a phone&apos;s (mobile:https://…).</source>
        <translation>缺少 --key：UKey 密钥（pkcs11:…）、密钥文件（p12:FILE）或手机证书（mobile:https://…）。</translation>
    </message>
    <message>
        <source>--module and --pin-file are of no use with a phone, which asks for its PIN itself.</source>
        <translation>手机证书不需要 --module 和 --pin-file，PIN 码在手机上输入。</translation>
    </message>
    <message>
        <source>--qr and --timeout belong to a phone&apos;s key (mobile:https://…).</source>
        <translation>--qr 和 --timeout 只用于手机证书（mobile:https://…）。</translation>
    </message>
    <message>
        <source>--timeout takes seconds from 1 to %1.</source>
        <translation>--timeout 的取值为 1 到 %1 秒。</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting to the relay %1 …</source>
        <translation>正在连接中继服务器 %1 …</translation>
    </message>
    <message>
        <source>Waiting for the phone: scan the code with the app that holds the certificate. It is valid for %1.</source>
        <translation>等待扫码：请用证书 App 扫描二维码。有效时间 %1。</translation>
    </message>
    <message>
        <source>The code has run out.</source>
        <translation>二维码已过期。</translation>
    </message>
    <message>
        <source>Scanned by “%1” (%2), as this phone calls itself. Its owner is choosing a certificate.</source>
        <translation>已由“%1”（%2）扫码，名称由手机自报。持有人正在选择证书。</translation>
    </message>
    <message>
        <source>Certificate chosen: %1. The files are being prepared.</source>
        <translation>已选择证书：%1。正在准备文件。</translation>
    </message>
    <message>
        <source>Compare code: %1. Confirm on the phone only if it shows the same code.</source>
        <translation>比对码：%1。手机显示相同的比对码时才可确认。</translation>
    </message>
    <message>
        <source>Confirmed on the phone.</source>
        <translation>已在手机上确认。</translation>
    </message>
    <message>
        <source>The relay cannot be reached at the moment; waiting for the network.</source>
        <translation>暂时无法连接中继服务器，正在等待网络恢复。</translation>
    </message>
    <message>
        <source>The relay can be reached again.</source>
        <translation>已重新连上中继服务器。</translation>
    </message>
    <message>
        <source>Checking the documents …</source>
        <translation>正在检查文件 …</translation>
    </message>
    <message>
        <source>Preparing the signature …</source>
        <translation>正在准备签名 …</translation>
    </message>
    <message>
        <source>Writing the signature …</source>
        <translation>正在写入签名 …</translation>
    </message>
    <message>
        <source>Verifying the signed file …</source>
        <translation>正在检查签章后的文件 …</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存 …</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>--seal %1 has two holders.</source>
        <translation>--seal %1 指定了两个持有人。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) signed</source>
        <translation>
            <numerusform>已签章 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Trial signature</source>
        <translation>试签</translation>
    </message>
    <message>
        <source>Checks: %1. In need of attention: %2.</source>
        <translation>共检测 %1 项，其中 %2 项需要注意。</translation>
    </message>
    <message>
        <source>There is no such check. Known are: %1</source>
        <translation>没有这个检测项。可用的检测项：%1</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>第 %1 项，共 %2 项：%3</translation>
    </message>
    <message>
        <source>What is required of this computer besides; it can only ask for more</source>
        <translation>对本机的附加要求；只能更严，不能放宽</translation>
    </message>
    <message>
        <source>Agree beforehand where a check of this computer cannot tell; the journal keeps it</source>
        <translation>检测项无法得出结论时事先同意继续；签署记录会留存</translation>
    </message>
    <message>
        <source>Say whether this computer is fit to sign on</source>
        <translation>检测本机是否具备签章条件</translation>
    </message>
    <message>
        <source>This check alone; repeatable</source>
        <translation>只执行这一检测项；可重复</translation>
    </message>
    <message>
        <source>Only what must pass before a signature</source>
        <translation>只执行签章前必须通过的检测项</translation>
    </message>
    <message>
        <source>The report as a page, for support</source>
        <translation>把检测报告存为网页，供客服查看</translation>
    </message>
    <message>
        <source>Report and JSON with the names of persons, companies, computers and folders</source>
        <translation>报告和 JSON 中保留人员、单位、电脑和文件夹的名称</translation>
    </message>
    <message>
        <source>The PDF that shall be signed</source>
        <translation>将要签章的 PDF</translation>
    </message>
    <message>
        <source>The folder for the signed file</source>
        <translation>存放签章后文件的文件夹</translation>
    </message>
    <message>
        <source>The key that shall sign, as for sign</source>
        <translation>将用于签章的密钥，写法同 sign</translation>
    </message>
    <message>
        <source>Sign a text without legal meaning with that key; asks for its PIN</source>
        <translation>用该密钥签署一段不具法律效力的文字；会要求输入 PIN 码</translation>
    </message>
    <message>
        <source>Either --quick or --only, not both.</source>
        <translation>--quick 与 --only 不能同时使用。</translation>
    </message>
    <message>
        <source>--try-key needs a key on this computer: --key pkcs11:… or p12:FILE.</source>
        <translation>--try-key 需要本机上的密钥：--key pkcs11:… 或 p12:文件。</translation>
    </message>
    <message>
        <source>--pin-file belongs to --try-key: nothing else needs the PIN.</source>
        <translation>--pin-file 只与 --try-key 一起使用：其他检测不需要 PIN 码。</translation>
    </message>
    <message>
        <source>This could not be told. Type %1 to sign all the same: </source>
        <translation>以上检测无法得出结论。如仍要签章，请输入 %1：</translation>
    </message>
    <message>
        <source>done         %1 (page %2)</source>
        <translation>已盖  %1（第 %2 页）</translation>
    </message>
    <message>
        <source>cannot tell  %1: another program made what stands on page %2; look at it</source>
        <translation>待核  %1：第 %2 页上的签章由其他程序制作，请人工查看</translation>
    </message>
    <message>
        <source>missing      %1: the document has no “%2”</source>
        <translation>缺少  %1：文件中没有“%2”</translation>
    </message>
    <message>
        <source>missing      %1: the document has no pages %2</source>
        <translation>缺少  %1：文件没有第 %2 页</translation>
    </message>
    <message>
        <source>missing      %1</source>
        <translation>缺少  %1</translation>
    </message>
    <message>
        <source>missing      %1 (page %2)</source>
        <translation>缺少  %1（第 %2 页）</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>无缺项。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the seals asked for are not there.</source>
        <translation>
            <numerusform>检查单要求的印章还缺 %n 项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which seals of a checklist the file still misses</source>
        <translation>说明文件还缺签章检查单中的哪些印章</translation>
    </message>
    <message>
        <source>The checklist (JSON), or the id of one that comes with the program, such as supplier</source>
        <translation>签章检查单（JSON），或程序自带检查单的名称，如 supplier</translation>
    </message>
    <message>
        <source>The checklist is missing.</source>
        <translation>缺少签章检查单。</translation>
    </message>
    <message>
        <source>Lift a seal off a scanned or photographed sheet</source>
        <translation>从扫描件或照片中抠取印章</translation>
    </message>
    <message>
        <source>The scan or photo, PNG or JPEG</source>
        <translation>扫描件或照片，PNG 或 JPEG</translation>
    </message>
    <message>
        <source>The seal&apos;s picture, with transparent paper</source>
        <translation>印章图片，背景透明</translation>
    </message>
    <message>
        <source>The scan&apos;s resolution, where its file does not say it</source>
        <translation>扫描分辨率（文件未注明时）</translation>
    </message>
    <message>
        <source>Overwrite SEAL.png, nothing else</source>
        <translation>仅允许覆盖 SEAL.png</translation>
    </message>
    <message>
        <source>The scan is missing.</source>
        <translation>缺少扫描件。</translation>
    </message>
    <message>
        <source>--out is missing: the seal&apos;s picture needs a name.</source>
        <translation>缺少 --out：印章图片需要文件名。</translation>
    </message>
    <message>
        <source>--dpi takes a number from 50 to 4800.</source>
        <translation>--dpi 为 50 至 4800 的数字。</translation>
    </message>
    <message>
        <source>Place seals by a plan, and check against a checklist</source>
        <translation>按签章方案盖章，按签章检查单核对</translation>
    </message>
    <message>
        <source>Sign PDFs with the seals of a plan</source>
        <translation>按签章方案签署 PDF</translation>
    </message>
    <message>
        <source>Work with seals</source>
        <translation>处理印章</translation>
    </message>
    <message>
        <source>A command is missing: plan apply or plan check.</source>
        <translation>缺少命令：plan apply 或 plan check。</translation>
    </message>
    <message>
        <source>A command is missing: seal extract.</source>
        <translation>缺少命令：seal extract。</translation>
    </message>
    <message>
        <source>A command is missing: sign, plan, seal, check, keys, verify or version.</source>
        <translation>缺少命令：sign、plan、seal、check、keys、verify 或 version。</translation>
    </message>
    <message>
        <source>Seal: %1</source>
        <translation>印章：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n impression(s) on the sheet, the best was taken</source>
        <translation>
            <numerusform>纸上有 %n 个印模，已取最佳者</numerusform>
        </translation>
    </message>
    <message>
        <source>Size: %1 × %2 mm</source>
        <translation>尺寸：%1 × %2 毫米</translation>
    </message>
    <message>
        <source>Size: not known, because the scan does not say its resolution; give --dpi</source>
        <translation>尺寸：未知，扫描件未注明分辨率；请用 --dpi 指定</translation>
    </message>
    <message>
        <source>--keyword has no text.</source>
        <translation>--keyword 没有文字。</translation>
    </message>
    <message>
        <source>nth in --keyword is all, or a number: 1 is the first hit, -1 the last.</source>
        <translation>--keyword 中的 nth 为 all 或数字：1 为第一处，-1 为最后一处。</translation>
    </message>
    <message>
        <source>dx and dy in --keyword are needed in millimetres, as in dx=10mm.</source>
        <translation>--keyword 中的 dx 和 dy 须以毫米表示，例如 dx=10mm。</translation>
    </message>
    <message>
        <source>“%1” is not understood as pages; write 1-3,5,8- or odd, even, all.</source>
        <translation>无法识别页码“%1”；请写成 1-3,5,8- 或 odd、even、all。</translation>
    </message>
    <message>
        <source>“%1” is not an edge; there are left, right, top and bottom.</source>
        <translation>“%1”不是边；可用 left、right、top、bottom。</translation>
    </message>
    <message>
        <source>--at, --keyword and --pages belong to a --seal, not to a --seam.</source>
        <translation>--at、--keyword 和 --pages 属于 --seal，不属于 --seam。</translation>
    </message>
    <message>
        <source>--seam-size, --seam-edge, --seam-pages and --seam-group belong to a --seam.</source>
        <translation>--seam-size、--seam-edge、--seam-pages 和 --seam-group 属于 --seam。</translation>
    </message>
    <message>
        <source>--seam %1 has no size; add --seam-size 42mm.</source>
        <translation>--seam %1 没有尺寸；请加上 --seam-size 42mm。</translation>
    </message>
    <message>
        <source>“%1” is not the number of a --key; the first is 1.</source>
        <translation>“%1”不是 --key 的序号；第一个为 1。</translation>
    </message>
    <message>
        <source>--seam-group takes a number of pages from 2.</source>
        <translation>--seam-group 为不小于 2 的页数。</translation>
    </message>
    <message>
        <source>What belongs to a seal (--seal-size, --at, --keyword …) stands behind its --seal or --seam.</source>
        <translation>印章的各项参数（--seal-size、--at、--keyword 等）须写在其 --seal 或 --seam 之后。</translation>
    </message>
    <message>
        <source>The plan (JSON): which seals go where</source>
        <translation>签章方案（JSON）：哪些印章盖在何处</translation>
    </message>
    <message>
        <source>pkcs11:token=…;object=… (RFC 7512), p12:FILE, or mobile:https://HOST:PORT[;ca=FILE] for a certificate on a phone; another --key signs after the one before, in the same run</source>
        <translation>pkcs11:token=…;object=…（RFC 7512）、p12:文件，或手机证书 mobile:https://主机:端口[;ca=文件]；再给一个 --key，则在同一次操作中接着前一个签署</translation>
    </message>
    <message>
        <source>The driver (PKCS#11) of the UKey before it; without it the installed drivers are asked</source>
        <translation>其前面 UKey 的驱动（PKCS#11）；不指定则询问已安装的驱动</translation>
    </message>
    <message>
        <source>A file with the PIN of the key before it that only you may read; - is standard input</source>
        <translation>存有其前面密钥 PIN 码、仅本人可读的文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>A seal&apos;s picture for the plan, beside those of your library; repeatable</source>
        <translation>除印章库之外供方案使用的印章图片；可重复</translation>
    </message>
    <message>
        <source>Where the centre of the seal before it stands, from the page&apos;s top left corner; repeatable; without a page on those of --pages</source>
        <translation>其前面印章的中心位置，自页面左上角起；可重复；不写页码时用于 --pages 的各页</translation>
    </message>
    <message>
        <source>The seal before it stands where this text does: at every hit, or at the n-th</source>
        <translation>其前面的印章盖在该文字处：每一处，或第 n 处</translation>
    </message>
    <message>
        <source>The pages for the seal before it; r1 is the last page</source>
        <translation>其前面印章所盖的页；r1 为最后一页</translation>
    </message>
    <message>
        <source>The picture of a cross-page seal: every page gets a strip at its edge</source>
        <translation>骑缝章图片：每页边缘各盖一条</translation>
    </message>
    <message>
        <source>The true size of the cross-page seal</source>
        <translation>骑缝章的实际尺寸</translation>
    </message>
    <message>
        <source>The edge for the cross-page seal; right where it is not said</source>
        <translation>骑缝章所在的边；不写则为右边</translation>
    </message>
    <message>
        <source>The pages that the cross-page seal goes over; all where it is not said</source>
        <translation>骑缝章跨越的页；不写则为全部</translation>
    </message>
    <message>
        <source>At most so many pages for one whole cross-page seal; the next pages begin another</source>
        <translation>一枚完整骑缝章最多跨越的页数；其后的页另起一枚</translation>
    </message>
    <message>
        <source>For whose certificate the seal before it was enrolled; another one&apos;s is refused</source>
        <translation>前一枚印章登记的证书持有人；其他持有人的证书将被拒绝</translation>
    </message>
    <message>
        <source>Which --key puts the seal before it; the first where it is not said</source>
        <translation>由第几个 --key 盖其前面的印章；不写则为第一个</translation>
    </message>
    <message>
        <source>Agree beforehand to a certificate of another holder than the seals&apos;, where the policy allows it</source>
        <translation>策略允许时，预先同意使用与印章持有人不同的证书</translation>
    </message>
    <message>
        <source>There is no --key number %1.</source>
        <translation>没有第 %1 个 --key。</translation>
    </message>
    <message>
        <source>The plan is missing.</source>
        <translation>缺少签章方案。</translation>
    </message>
    <message>
        <source>Of several keys, each one&apos;s --module, --pin-file, --qr and --timeout stand behind its --key.</source>
        <translation>有多个密钥时，各自的 --module、--pin-file、--qr 和 --timeout 须写在其 --key 之后。</translation>
    </message>
    <message>
        <source>%1 stands twice for one --key.</source>
        <translation>同一个 --key 有两个 %1。</translation>
    </message>
</context>
<context>
    <name>CryptoChecks</name>
    <message>
        <source>The cryptography library OpenSSL is version {version}; known holes are mended from {atLeast} on.</source>
        <translation>密码库 OpenSSL 的版本为 {version}；已知漏洞自 {atLeast} 起才得到修复。</translation>
    </message>
    <message>
        <source>A manipulated document or certificate may be able to harm this computer while it is being checked.</source>
        <translation>被动过手脚的文件或证书在核验时可能危害本机。</translation>
    </message>
    <message>
        <source>Install the operating system&apos;s security updates (on Windows: the newest version of BidSeal).</source>
        <translation>请安装操作系统的安全更新（Windows 上请安装最新版标印）。</translation>
    </message>
    <message>
        <source>The cryptography library OpenSSL {version} has the known security updates.</source>
        <translation>密码库 OpenSSL {version} 已包含已知的安全更新。</translation>
    </message>
    <message>
        <source>The cryptography library OpenSSL is version {version}; which one is needed on this system is not known.</source>
        <translation>密码库 OpenSSL 的版本为 {version}；本系统所需的版本未知。</translation>
    </message>
    <message>
        <source>Cryptography library&apos;s updates</source>
        <translation>密码库的安全更新</translation>
    </message>
    <message>
        <source>Keys that are made now could be guessed. That endangers what is agreed with a phone; a UKey has a random source of its own.</source>
        <translation>此时生成的密钥可能被猜出，会危及与手机协商的内容；UKey 自带随机源，不受影响。</translation>
    </message>
    <message>
        <source>Wait a few minutes and check again; if that does not help, restart the computer.</source>
        <translation>请等几分钟后重新检测；如仍未解决，请重启电脑。</translation>
    </message>
    <message>
        <source>Random numbers</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>The operating system&apos;s random source is not ready.</source>
        <translation>操作系统的随机源尚未就绪。</translation>
    </message>
    <message>
        <source>The program&apos;s random generator does not work.</source>
        <translation>本程序的随机数发生器无法工作。</translation>
    </message>
    <message>
        <source>The program&apos;s random generator works; whether the operating system&apos;s source behind it is ready cannot be asked here.</source>
        <translation>本程序的随机数发生器工作正常；其背后的操作系统随机源是否就绪，在本系统上无法查询。</translation>
    </message>
    <message>
        <source>The operating system&apos;s random source is ready, and the program&apos;s generator works.</source>
        <translation>操作系统的随机源已就绪，本程序的随机数发生器工作正常。</translation>
    </message>
    <message>
        <source>Cryptography computes correctly</source>
        <translation>密码运算正确性</translation>
    </message>
    <message>
        <source>All {tests} computations gave the published result.</source>
        <translation>{tests} 项密码运算的结果均与公布的标准结果一致。</translation>
    </message>
    <message>
        <source>Of {tests} computations with a published result, these gave another one or none: {wrong}.</source>
        <translation>{tests} 项有标准结果的密码运算中，以下各项结果不符或无法运算：{wrong}。</translation>
    </message>
    <message>
        <source>Digests, signatures or the connection to the phone would be wrong on this computer: what is signed here may be rejected when the bids are opened.</source>
        <translation>本机算出的摘要、签名或与手机的加密连接会出错：在此签章的文件可能在开标时被拒绝。</translation>
    </message>
    <message>
        <source>Do not sign on this computer now. Restart it and check again; if that does not help, sign on another computer and send this report to support.</source>
        <translation>请暂不要在本机签章。请重启电脑后重新检测；如仍未解决，请换一台电脑签章，并将本报告发送给技术支持。</translation>
    </message>
</context>
<context>
    <name>DisplayChecks</name>
    <message>
        <source>Chinese fonts</source>
        <translation>中文字体</translation>
    </message>
    <message>
        <source>This program cannot look at fonts here.</source>
        <translation>本程序在此无法查看字体。</translation>
    </message>
    <message>
        <source>No font for Chinese is installed.</source>
        <translation>未安装中文字体。</translation>
    </message>
    <message>
        <source>Chinese names on seals and in documents appear as empty boxes or not at all.</source>
        <translation>印章和文件中的中文会显示为方框，或完全不显示。</translation>
    </message>
    <message>
        <source>Install a Chinese font: on Debian, UOS and Kylin the package fonts-noto-cjk, on Windows the language pack for Simplified Chinese. Then start BidSeal again.</source>
        <translation>请安装中文字体：Debian、统信 UOS 和麒麟系统安装软件包 fonts-noto-cjk，Windows 安装简体中文语言包；然后重新启动标印。</translation>
    </message>
    <message>
        <source>Chinese can be drawn, for example with {families}.</source>
        <translation>可以正常显示中文，例如使用 {families}。</translation>
    </message>
    <message>
        <source>Screen size and scaling</source>
        <translation>屏幕大小与缩放</translation>
    </message>
    <message>
        <source>There is no window whose screen could be too small.</source>
        <translation>没有打开窗口，不涉及屏幕大小。</translation>
    </message>
    <message>
        <source>The screen has room for {width} × {height} pixels at a scaling of {scale}; {least} are needed.</source>
        <translation>屏幕在缩放 {scale} 时可用 {width} × {height} 像素，至少需要 {least}。</translation>
    </message>
    <message>
        <source>Parts of the page or buttons may be hidden, and a seal may be placed where you do not see it.</source>
        <translation>页面或按钮可能有一部分被遮住，印章可能盖在您看不到的地方。</translation>
    </message>
    <message>
        <source>Choose a smaller scaling or a higher resolution in the system&apos;s display settings.</source>
        <translation>请在系统的显示设置中减小缩放比例或提高分辨率。</translation>
    </message>
    <message>
        <source>The screen has room for {width} × {height} pixels at a scaling of {scale}.</source>
        <translation>屏幕在缩放 {scale} 时可用 {width} × {height} 像素。</translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>This page cannot be drawn.</source>
        <translation>无法显示此页。</translation>
    </message>
</context>
<context>
    <name>DriverFile</name>
    <message>
        <source>Drivers (%1)</source>
        <translation>驱动 (%1)</translation>
    </message>
    <message>
        <source>Choose the UKey&apos;s driver (PKCS#11)</source>
        <translation>选择 UKey 驱动（PKCS#11）</translation>
    </message>
</context>
<context>
    <name>Environment</name>
    <message>
        <source>Operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>本程序</translation>
    </message>
    <message>
        <source>Cryptography</source>
        <translation>密码算法</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>UKey and certificates</source>
        <translation>UKey 与证书</translation>
    </message>
    <message>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Folders and space</source>
        <translation>文件夹与空间</translation>
    </message>
    <message>
        <source>Display and fonts</source>
        <translation>显示与字体</translation>
    </message>
    <message>
        <source>[left out]</source>
        <translation>〔已隐去〕</translation>
    </message>
    <message>
        <source>must pass</source>
        <translation>必须通过</translation>
    </message>
    <message>
        <source>Security self-check of this computer</source>
        <translation>本机安全环境检测报告</translation>
    </message>
    <message>
        <source>%1, %2 by this computer&apos;s clock</source>
        <translation>%1，本机时间 %2</translation>
    </message>
    <message>
        <source>Names of persons, companies, computers and folders are left out of this copy.</source>
        <translation>本报告已隐去人员、单位、电脑和文件夹的名称。</translation>
    </message>
    <message>
        <source>A program that checks itself cannot find out that it was replaced as a whole.</source>
        <translation>程序检测自身时，无法发现自己被整体替换。</translation>
    </message>
    <message>
        <source>This check itself broke down.</source>
        <translation>这一检测自身中断了。</translation>
    </message>
    <message>
        <source>What it would have found is not known.</source>
        <translation>因此无法知道检测结果。</translation>
    </message>
    <message>
        <source>Run it again; if it breaks down again, send the report to support.</source>
        <translation>请重新检测；如再次中断，请把报告发给客服。</translation>
    </message>
    <message>
        <source>This check got no answer in time and was given up.</source>
        <translation>这一检测在规定时间内没有得到回应，已放弃。</translation>
    </message>
    <message>
        <source>Run it again in a minute; if that does not help, send the report to support.</source>
        <translation>请一分钟后重新检测；如仍无结果，请把报告发给客服。</translation>
    </message>
    <message>
        <source>A part of the program (bidseal-check-host) is missing or was blocked.</source>
        <translation>程序的一个组成部分（bidseal-check-host）缺失或被拦截。</translation>
    </message>
    <message>
        <source>What this check would have found is not known.</source>
        <translation>因此无法知道这一检测的结果。</translation>
    </message>
    <message>
        <source>Install the program again, or allow it in the security software.</source>
        <translation>请重新安装程序，或在安全软件中放行。</translation>
    </message>
    <message>
        <source>This check was interrupted.</source>
        <translation>这一检测被中断。</translation>
    </message>
    <message>
        <source>Not measured on this system.</source>
        <translation>本系统上不检测此项。</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Could not tell</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>This computer is fit to sign on.</source>
        <translation>本机具备签章条件。</translation>
    </message>
    <message>
        <source>It cannot be told whether this computer is fit to sign on.</source>
        <translation>无法判断本机是否具备签章条件。</translation>
    </message>
    <message>
        <source>This computer is not fit to sign on.</source>
        <translation>本机不具备签章条件。</translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>Cancelled. Nothing was signed and no file was changed.</source>
        <translation>已取消。没有签章，文件也没有改动。</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>可以随时重新开始。</translation>
    </message>
    <message>
        <source>The command is not complete or not understood.</source>
        <translation>命令不完整或无法理解。</translation>
    </message>
    <message>
        <source>Run the command with --help and compare.</source>
        <translation>请加上 --help 运行并对照用法。</translation>
    </message>
    <message>
        <source>The program made a mistake of its own. Your file is unchanged.</source>
        <translation>程序自身出现错误。您的文件没有改动。</translation>
    </message>
    <message>
        <source>Start the program again; if it happens twice, send the log to support.</source>
        <translation>请重新启动程序；如再次出现，请把日志发给技术支持。</translation>
    </message>
    <message>
        <source>The file %1 is not there any more.</source>
        <translation>文件“%1”已经不在了。</translation>
    </message>
    <message>
        <source>Check the folder or the removable disk, then choose the file again.</source>
        <translation>请检查文件夹或移动磁盘，然后重新选择文件。</translation>
    </message>
    <message>
        <source>The file %1 may not be read by this user account.</source>
        <translation>当前用户无权读取文件“%1”。</translation>
    </message>
    <message>
        <source>Copy it to a folder of your own and open the copy.</source>
        <translation>请把它复制到自己的文件夹，再打开副本。</translation>
    </message>
    <message>
        <source>The file is empty: it holds not a single byte.</source>
        <translation>文件是空的，没有任何内容。</translation>
    </message>
    <message>
        <source>Fetch it again from where it came from; the copy was probably interrupted.</source>
        <translation>请从来源重新获取；很可能复制时中断了。</translation>
    </message>
    <message>
        <source>The file was changed by another program while it was open here.</source>
        <translation>文件在此处打开期间被其他程序改动了。</translation>
    </message>
    <message>
        <source>Close the other program, open the file again and check the places of the seals.</source>
        <translation>请关闭其他程序，重新打开文件并检查印章位置。</translation>
    </message>
    <message>
        <source>There is already a file named %1.</source>
        <translation>已经有名为“%1”的文件。</translation>
    </message>
    <message>
        <source>Choose another name for the signed file.</source>
        <translation>请为签章后的文件另选一个文件名。</translation>
    </message>
    <message>
        <source>The signed file cannot be written to this folder.</source>
        <translation>签章后的文件无法写入此文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder of your own, for example Documents or the desktop.</source>
        <translation>请选择自己的文件夹，例如“文档”或桌面。</translation>
    </message>
    <message>
        <source>Another program has the output file open.</source>
        <translation>输出文件正被其他程序打开。</translation>
    </message>
    <message>
        <source>Close the PDF reader that shows it, then sign again.</source>
        <translation>请关闭正在显示它的 PDF 阅读器，然后重新签章。</translation>
    </message>
    <message>
        <source>The signed file would overwrite the original.</source>
        <translation>签章后的文件会覆盖原文件。</translation>
    </message>
    <message>
        <source>The disk is full: the signed file needs %1.</source>
        <translation>磁盘空间不足：签章后的文件需要 %1。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘空间不足。</translation>
    </message>
    <message>
        <source>Free some space or choose a folder on another disk.</source>
        <translation>请清理出空间，或选择其他磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>This is not a PDF file, whatever its name says.</source>
        <translation>不管文件名是什么，这不是 PDF 文件。</translation>
    </message>
    <message>
        <source>Open the PDF; a Word or picture file has to be saved as PDF first.</source>
        <translation>请打开 PDF；Word 或图片文件须先另存为 PDF。</translation>
    </message>
    <message>
        <source>The PDF is damaged inside; a signature on it could not be relied on.</source>
        <translation>PDF 内部已损坏，在它上面签章不可靠。</translation>
    </message>
    <message>
        <source>Make the PDF again from its original, or print it to a new PDF.</source>
        <translation>请用原始文档重新生成 PDF，或打印为新的 PDF。</translation>
    </message>
    <message>
        <source>The end of the PDF is missing; it was probably not copied or downloaded completely.</source>
        <translation>PDF 缺少结尾，很可能没有复制或下载完整。</translation>
    </message>
    <message>
        <source>Fetch the file again and compare its size with the original&apos;s.</source>
        <translation>请重新获取文件，并与原文件比较大小。</translation>
    </message>
    <message>
        <source>The PDF is built in a way that no ordinary document is, and is not opened for safety.</source>
        <translation>PDF 的结构异常，不同于任何普通文档，为安全起见没有打开。</translation>
    </message>
    <message>
        <source>Print it to a new PDF and use that one.</source>
        <translation>请把它打印为新的 PDF，使用新文件。</translation>
    </message>
    <message>
        <source>The PDF is encrypted with a method that this program does not support.</source>
        <translation>PDF 的加密方式本程序不支持。</translation>
    </message>
    <message>
        <source>Ask its author for a copy with password protection only, or without.</source>
        <translation>请向作者索取仅用密码保护或未加密的副本。</translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation>此 PDF 有密码保护。</translation>
    </message>
    <message>
        <source>Enter the password that opens it.</source>
        <translation>请输入打开密码。</translation>
    </message>
    <message>
        <source>This password does not open the PDF.</source>
        <translation>密码不对，无法打开此 PDF。</translation>
    </message>
    <message>
        <source>Check capital letters and try again.</source>
        <translation>请检查大小写后重试。</translation>
    </message>
    <message>
        <source>The author of the PDF has forbidden changes and signatures.</source>
        <translation>PDF 的作者禁止修改和签名。</translation>
    </message>
    <message>
        <source>Open it with the author&apos;s (owner) password, or ask for a copy that may be signed.</source>
        <translation>请用作者（所有者）密码打开，或索取允许签章的副本。</translation>
    </message>
    <message>
        <source>The PDF was certified by its author: any further signature would break that.</source>
        <translation>此 PDF 已由作者认证：再加签名会破坏该认证。</translation>
    </message>
    <message>
        <source>Ask the author for a copy that allows signing.</source>
        <translation>请向作者索取允许签章的副本。</translation>
    </message>
    <message>
        <source>A second PDF reader could not open the file cleanly, so it was not signed.</source>
        <translation>另一个 PDF 解析器无法正常打开此文件，因此没有签章。</translation>
    </message>
    <message>
        <source>Print the document to a new PDF and sign that one.</source>
        <translation>请把文档打印为新的 PDF，再签章。</translation>
    </message>
    <message>
        <source>The PDF has no signature field named %1.</source>
        <translation>PDF 中没有名为“%1”的签名域。</translation>
    </message>
    <message>
        <source>Check the field&apos;s name in the tender documents, or sign without a field.</source>
        <translation>请核对招标文件中的签名域名称，或不使用签名域签章。</translation>
    </message>
    <message>
        <source>An earlier signature has locked the place where you want to sign.</source>
        <translation>先前的签名已锁定您要签章的位置。</translation>
    </message>
    <message>
        <source>Use another field, or ask the earlier signer for an unlocked copy.</source>
        <translation>请使用其他签名域，或向先前的签署者索取未锁定的副本。</translation>
    </message>
    <message>
        <source>The signature field %1 is signed already.</source>
        <translation>签名域“%1”已经签过。</translation>
    </message>
    <message>
        <source>Use another field, or sign without a field.</source>
        <translation>请使用其他签名域，或不使用签名域签章。</translation>
    </message>
    <message>
        <source>The document has no page %1.</source>
        <translation>文档没有第 %1 页。</translation>
    </message>
    <message>
        <source>The document has no such page.</source>
        <translation>文档没有这一页。</translation>
    </message>
    <message>
        <source>Put the seal on a page that exists.</source>
        <translation>请把印章放在存在的页面上。</translation>
    </message>
    <message>
        <source>A seal on page %1 reaches over the edge of the page.</source>
        <translation>第 %1 页上有印章超出页面边缘。</translation>
    </message>
    <message>
        <source>A seal reaches over the edge of the page.</source>
        <translation>有印章超出页面边缘。</translation>
    </message>
    <message>
        <source>Move the seal until all of it lies on the page.</source>
        <translation>请移动印章，使其完全位于页面内。</translation>
    </message>
    <message>
        <source>There are more seals than this document can take in one signature.</source>
        <translation>印章数量超过此文档一次签名所能容纳的数量。</translation>
    </message>
    <message>
        <source>Leave out seals on pages that do not need one; a document signed by others takes fewer.</source>
        <translation>请去掉不必要的印章；已有他人签名的文档可容纳的更少。</translation>
    </message>
    <message>
        <source>The seal&apos;s picture cannot be read as a PNG.</source>
        <translation>印章图片不是可读取的 PNG。</translation>
    </message>
    <message>
        <source>Save the seal as a PNG picture with transparent background and add it again.</source>
        <translation>请把印章保存为透明背景的 PNG 图片，再重新添加。</translation>
    </message>
    <message>
        <source>The seal&apos;s size is not possible for a seal of this kind.</source>
        <translation>这种印章不可能是这个尺寸。</translation>
    </message>
    <message>
        <source>Enter the true size in millimetres, as it is on paper.</source>
        <translation>请输入纸上印迹的实际尺寸（毫米）。</translation>
    </message>
    <message>
        <source>The driver file of the UKey is not where it should be.</source>
        <translation>UKey 驱动文件不在应有的位置。</translation>
    </message>
    <message>
        <source>Install the driver from the certificate authority&apos;s website, then try again.</source>
        <translation>请从证书颁发机构网站安装驱动后重试。</translation>
    </message>
    <message>
        <source>The chosen file is not a UKey driver that this program can use (PKCS#11).</source>
        <translation>所选文件不是本程序可用的 UKey 驱动（PKCS#11）。</translation>
    </message>
    <message>
        <source>Choose another driver file, or install the current driver.</source>
        <translation>请选择其他驱动文件，或安装最新驱动。</translation>
    </message>
    <message>
        <source>A part of the program (bidseal-token-host) is missing or was blocked.</source>
        <translation>程序的一部分（bidseal-token-host）缺失或被拦截。</translation>
    </message>
    <message>
        <source>Install the program again, or allow it in the security software.</source>
        <translation>请重新安装程序，或在安全软件中放行。</translation>
    </message>
    <message>
        <source>The UKey&apos;s driver crashed. Nothing was signed.</source>
        <translation>UKey 驱动崩溃。没有签章。</translation>
    </message>
    <message>
        <source>Pull the UKey out, put it in again, then sign again.</source>
        <translation>请拔出 UKey，重新插入后再签章。</translation>
    </message>
    <message>
        <source>The UKey&apos;s driver does not answer any more and was stopped. Nothing was signed.</source>
        <translation>UKey 驱动没有响应，已被停止。没有签章。</translation>
    </message>
    <message>
        <source>The UKey is not plugged in.</source>
        <translation>UKey 没有插入。</translation>
    </message>
    <message>
        <source>Plug it in and wait until its light is steady.</source>
        <translation>请插入 UKey，等指示灯稳定。</translation>
    </message>
    <message>
        <source>The UKey was pulled out while signing. Nothing was signed.</source>
        <translation>签章过程中 UKey 被拔出。没有签章。</translation>
    </message>
    <message>
        <source>Plug it in again and leave it in until the signed file is shown.</source>
        <translation>请重新插入，在显示签章后的文件之前不要拔出。</translation>
    </message>
    <message>
        <source>The UKey reported a fault of its own.</source>
        <translation>UKey 报告自身故障。</translation>
    </message>
    <message>
        <source>Pull it out, put it in again, then try again.</source>
        <translation>请拔出并重新插入后重试。</translation>
    </message>
    <message>
        <source>The key&apos;s address is not a valid PKCS#11 URI.</source>
        <translation>密钥地址不是有效的 PKCS#11 URI。</translation>
    </message>
    <message>
        <source>Copy it from the list that the keys command shows.</source>
        <translation>请从 keys 命令的列表中复制。</translation>
    </message>
    <message>
        <source>The UKey does not hold the chosen key.</source>
        <translation>UKey 中没有所选的密钥。</translation>
    </message>
    <message>
        <source>Choose the key again from the list.</source>
        <translation>请从列表中重新选择密钥。</translation>
    </message>
    <message>
        <source>Several keys fit the description.</source>
        <translation>有多个密钥符合描述。</translation>
    </message>
    <message>
        <source>Name the key exactly, as the list of keys shows it.</source>
        <translation>请按密钥列表所示准确指定。</translation>
    </message>
    <message>
        <source>There is a key, but no certificate that belongs to it.</source>
        <translation>有密钥，但没有对应的证书。</translation>
    </message>
    <message>
        <source>Ask the certificate authority to write the certificate to the UKey again.</source>
        <translation>请联系证书颁发机构，把证书重新写入 UKey。</translation>
    </message>
    <message>
        <source>This kind of key cannot sign PDFs here yet.</source>
        <translation>暂不支持用这种密钥签章。</translation>
    </message>
    <message>
        <source>Choose an RSA key or one on curve P-256 or P-384.</source>
        <translation>请选择 RSA 或 P-256、P-384 曲线的密钥。</translation>
    </message>
    <message>
        <source>The key file %1 is damaged or not a key file (.p12, .pfx).</source>
        <translation>“%1”已损坏，或不是密钥文件（.p12、.pfx）。</translation>
    </message>
    <message>
        <source>Choose another key file.</source>
        <translation>请选择其他密钥文件。</translation>
    </message>
    <message>
        <source>This password does not open the key file.</source>
        <translation>密码不对，无法打开密钥文件。</translation>
    </message>
    <message>
        <source>The PIN is needed to sign, and nobody could be asked for it.</source>
        <translation>签章需要 PIN 码，但没有人可以输入。</translation>
    </message>
    <message>
        <source>Give it in a PIN file, or start the command in a terminal.</source>
        <translation>请通过 PIN 码文件提供，或在终端中运行命令。</translation>
    </message>
    <message>
        <source>The PIN is wrong. Nothing was signed.</source>
        <translation>PIN 码错误。没有签章。</translation>
    </message>
    <message>
        <source>Check capital letters and number lock, then try again.</source>
        <translation>请检查大小写和数字锁定键后重试。</translation>
    </message>
    <message>
        <source>Only one try is left: one more wrong PIN locks the UKey.</source>
        <translation>只剩最后一次尝试：再输错一次 UKey 就会锁定。</translation>
    </message>
    <message>
        <source>Make sure of the PIN first, then agree to use the last try.</source>
        <translation>请先确认 PIN 码，再同意使用最后一次尝试。</translation>
    </message>
    <message>
        <source>Have it unlocked by the certificate authority or its administrator; trying on does not help.</source>
        <translation>请联系证书颁发机构或管理员解锁；继续尝试没有用。</translation>
    </message>
    <message>
        <source>The PIN is shorter or longer than this UKey allows. No try was used.</source>
        <translation>PIN 码长度不符合此 UKey 的要求。没有消耗尝试次数。</translation>
    </message>
    <message>
        <source>Enter the whole PIN.</source>
        <translation>请输入完整的 PIN 码。</translation>
    </message>
    <message>
        <source>Others may read the PIN file, so it was not used.</source>
        <translation>PIN 码文件可被他人读取，因此没有使用。</translation>
    </message>
    <message>
        <source>Make it readable for yourself alone, and change the PIN if others may have seen it.</source>
        <translation>请设为仅本人可读；如可能已被他人看到，请更换 PIN 码。</translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation>无法读取证书。</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation>%1 的证书已于 %2 过期。</translation>
    </message>
    <message>
        <source>Have it renewed by the certificate authority, or choose another key.</source>
        <translation>请到证书颁发机构续期，或选择其他密钥。</translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2.</source>
        <translation>%1 的证书从 %2 起才有效。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time; if they are right, wait until that day or choose another key.</source>
        <translation>请检查本机的日期和时间；如无误，请等到该日期或选择其他密钥。</translation>
    </message>
    <message>
        <source>This certificate is for encryption, not for signing.</source>
        <translation>这是加密证书，不是签名证书。</translation>
    </message>
    <message>
        <source>Choose the signing certificate.</source>
        <translation>请选择签名证书。</translation>
    </message>
    <message>
        <source>This certificate may not sign documents, or its key is too weak.</source>
        <translation>此证书不能用于签署文件，或其密钥强度不足。</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>请选择其他密钥。</translation>
    </message>
    <message>
        <source>The key gave back a signature that does not fit. The signed file was thrown away.</source>
        <translation>密钥返回的签名不匹配。生成的文件已丢弃。</translation>
    </message>
    <message>
        <source>The signature is larger than the space kept for it. The signed file was thrown away.</source>
        <translation>签名大于预留空间。生成的文件已丢弃。</translation>
    </message>
    <message>
        <source>Choose another key, or send the log to support.</source>
        <translation>请选择其他密钥，或把日志发给技术支持。</translation>
    </message>
    <message>
        <source>The finished file did not pass our own check and was thrown away.</source>
        <translation>生成的文件没有通过程序自身的检查，已丢弃。</translation>
    </message>
    <message>
        <source>Sign again; if it happens twice, send the log to support.</source>
        <translation>请重新签章；如再次出现，请把日志发给技术支持。</translation>
    </message>
    <message>
        <source>The signing journal cannot be written, so nothing was signed.</source>
        <translation>签署轨迹无法写入，因此没有签章。</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that your user folder may be written to.</source>
        <translation>请检查磁盘是否已满，以及用户文件夹是否可写。</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>文件已经不在了。</translation>
    </message>
    <message>
        <source>The file may not be read by this user account.</source>
        <translation>当前用户无权读取此文件。</translation>
    </message>
    <message>
        <source>There is already a file of this name.</source>
        <translation>已经有同名文件。</translation>
    </message>
    <message>
        <source>The certificate expired on %1.</source>
        <translation>证书已于 %1 过期。</translation>
    </message>
    <message>
        <source>The certificate is valid only from %1.</source>
        <translation>证书从 %1 起才有效。</translation>
    </message>
    <message>
        <source>The key is locked: its PIN was entered wrongly too often.</source>
        <translation>密钥已锁定：PIN 码输错次数过多。</translation>
    </message>
    <message>
        <source>Sign again; pull a UKey out first and put it in again.</source>
        <translation>请重新签章；如用 UKey，请先拔出再重新插入。</translation>
    </message>
    <message>
        <source>The certificate belongs to somebody else than the seal.</source>
        <translation>证书持有人与印章持有人不一致。</translation>
    </message>
    <message>
        <source>The certificate belongs to %1, not to the holder of the seal.</source>
        <translation>证书属于 %1，与印章持有人不一致。</translation>
    </message>
    <message>
        <source>The file %1 holds no certificate of an authority.</source>
        <translation>文件“%1”中没有可用的颁发机构证书。</translation>
    </message>
    <message>
        <source>Choose the certificate file (PEM) that the platform gives, or leave it out.</source>
        <translation>请选择平台提供的证书文件（PEM），或留空。</translation>
    </message>
    <message>
        <source>This is not the address of a relay.</source>
        <translation>这不是中继服务器的地址。</translation>
    </message>
    <message>
        <source>Enter it as https://HOST or https://HOST:PORT, as the platform gives it.</source>
        <translation>请按平台提供的地址输入，形如 https://主机 或 https://主机:端口。</translation>
    </message>
    <message>
        <source>The relay cannot be reached.</source>
        <translation>无法连接中继服务器。</translation>
    </message>
    <message>
        <source>The relay %1 cannot be reached.</source>
        <translation>无法连接中继服务器 %1。</translation>
    </message>
    <message>
        <source>Check the network and the proxy, then try again.</source>
        <translation>请检查网络和代理设置后重试。</translation>
    </message>
    <message>
        <source>The connection to the relay is not safe: its certificate is not trusted.</source>
        <translation>与中继服务器的连接不安全：其证书不受信任。</translation>
    </message>
    <message>
        <source>The connection to the relay %1 is not safe: its certificate is not trusted.</source>
        <translation>与中继服务器 %1 的连接不安全：其证书不受信任。</translation>
    </message>
    <message>
        <source>Ask the platform for its certificate; if you are in a foreign network, use your own.</source>
        <translation>请向平台索取证书；如果正在使用他人的网络，请换用自己的网络。</translation>
    </message>
    <message>
        <source>What answers at this address is not a BidSeal relay.</source>
        <translation>此地址上的不是标印中继服务器。</translation>
    </message>
    <message>
        <source>What answers at %1 is not a BidSeal relay.</source>
        <translation>%1 上的不是标印中继服务器。</translation>
    </message>
    <message>
        <source>Check the address, and ask the platform for the right one.</source>
        <translation>请核对地址，并向平台确认。</translation>
    </message>
    <message>
        <source>The relay has too much to do at the moment.</source>
        <translation>中继服务器目前繁忙。</translation>
    </message>
    <message>
        <source>The relay %1 has too much to do at the moment.</source>
        <translation>中继服务器 %1 目前繁忙。</translation>
    </message>
    <message>
        <source>Try again in a minute, or choose another relay.</source>
        <translation>请一分钟后重试，或选择其他中继服务器。</translation>
    </message>
    <message>
        <source>The code was not scanned in time. Nothing was signed.</source>
        <translation>二维码没有及时扫描。没有签章。</translation>
    </message>
    <message>
        <source>Show a new code and scan it within two minutes.</source>
        <translation>请显示新的二维码，并在两分钟内扫描。</translation>
    </message>
    <message>
        <source>The phone did not finish in time, or the relay lost the session. Nothing was signed.</source>
        <translation>手机没有及时完成，或中继服务器丢失了会话。没有签章。</translation>
    </message>
    <message>
        <source>Start again and keep the app on the phone open until it says that it is done.</source>
        <translation>请重新开始；在手机提示完成之前不要关闭证书 App。</translation>
    </message>
    <message>
        <source>Another phone has already used this code.</source>
        <translation>这个二维码已被另一部手机扫描。</translation>
    </message>
    <message>
        <source>If it was not yours, cancel on the computer and start again with a new code.</source>
        <translation>如果不是您的手机，请在电脑上取消，并用新的二维码重新开始。</translation>
    </message>
    <message>
        <source>The request was declined on the phone. Nothing was signed.</source>
        <translation>手机上拒绝了签章。没有签章。</translation>
    </message>
    <message>
        <source>If that was a mistake, start again and confirm on the phone.</source>
        <translation>如果是误操作，请重新开始并在手机上确认。</translation>
    </message>
    <message>
        <source>The phone says that the compare codes differ. Nothing was signed.</source>
        <translation>手机报告比对码不一致。没有签章。</translation>
    </message>
    <message>
        <source>Scan the code from the computer in front of you; if the codes differ again, tell the platform.</source>
        <translation>请扫描您面前这台电脑上的二维码；如果比对码仍不一致，请告知平台。</translation>
    </message>
    <message>
        <source>The app on the phone is too old for this program.</source>
        <translation>手机上的证书 App 版本过旧。</translation>
    </message>
    <message>
        <source>Update the app on the phone, then start again.</source>
        <translation>请更新手机上的证书 App，然后重新开始。</translation>
    </message>
    <message>
        <source>This program is too old for the app on the phone.</source>
        <translation>本程序版本过旧，与手机上的证书 App 不匹配。</translation>
    </message>
    <message>
        <source>Update this program, then start again.</source>
        <translation>请更新本程序，然后重新开始。</translation>
    </message>
    <message>
        <source>A message from the phone was altered, incomplete or out of order. Nothing was signed.</source>
        <translation>来自手机的消息被改动、不完整或顺序错误。没有签章。</translation>
    </message>
    <message>
        <source>Start again with a new code; if it happens twice, use another relay and tell the platform.</source>
        <translation>请用新的二维码重新开始；如再次出现，请换用其他中继服务器并告知平台。</translation>
    </message>
    <message>
        <source>The app on the phone cannot carry out this request.</source>
        <translation>手机上的证书 App 无法完成此请求。</translation>
    </message>
    <message>
        <source>Update the app on the phone, or sign with a UKey.</source>
        <translation>请更新手机上的证书 App，或用 UKey 签章。</translation>
    </message>
    <message>
        <source>The phone cannot sign so many files under one confirmation.</source>
        <translation>手机一次确认不能签这么多文件。</translation>
    </message>
    <message>
        <source>Sign fewer files at once.</source>
        <translation>请减少一次签章的文件数量。</translation>
    </message>
    <message>
        <source>What the computer asked to sign is not a document. Nothing was signed.</source>
        <translation>电脑要求签署的不是文件。没有签章。</translation>
    </message>
    <message>
        <source>Do not confirm; tell the platform whose computer asked for it.</source>
        <translation>请不要确认，并告知平台是哪台电脑发起的请求。</translation>
    </message>
    <message>
        <source>This is not a signing code of BidSeal.</source>
        <translation>这不是标印的签章二维码。</translation>
    </message>
    <message>
        <source>Scan the code that the computer shows now, or copy its link whole.</source>
        <translation>请扫描电脑上当前显示的二维码，或完整复制链接。</translation>
    </message>
    <message>
        <source>No QR code can be read in this picture.</source>
        <translation>图片中没有可识别的二维码。</translation>
    </message>
    <message>
        <source>No QR code can be read in the picture %1.</source>
        <translation>图片“%1”中没有可识别的二维码。</translation>
    </message>
    <message>
        <source>Take the picture again: straight, sharp, with the whole code and its white border.</source>
        <translation>请重新拍摄：端正、清晰，并包含完整的二维码及其白边。</translation>
    </message>
    <message>
        <source>This computer is not fit to sign on.</source>
        <translation>本机不具备签章条件。</translation>
    </message>
    <message>
        <source>This computer is not fit to sign on. %1</source>
        <translation>本机不具备签章条件。%1</translation>
    </message>
    <message>
        <source>Open the self-check and mend what it names.</source>
        <translation>请打开安全环境检测，处理其中指出的问题。</translation>
    </message>
    <message>
        <source>It cannot be told whether this computer is fit to sign on.</source>
        <translation>无法判断本机是否具备签章条件。</translation>
    </message>
    <message>
        <source>It cannot be told whether this computer is fit to sign on. %1</source>
        <translation>无法判断本机是否具备签章条件。%1</translation>
    </message>
    <message>
        <source>Run the self-check again, or agree to sign all the same.</source>
        <translation>请重新执行安全环境检测，或同意仍然签章。</translation>
    </message>
    <message>
        <source>The policy file cannot be used.</source>
        <translation>策略文件无法使用。</translation>
    </message>
    <message>
        <source>The policy file %1 cannot be used.</source>
        <translation>策略文件 %1 无法使用。</translation>
    </message>
    <message>
        <source>Correct it as the log says, or leave it out.</source>
        <translation>请按日志的提示改正，或不使用该文件。</translation>
    </message>
    <message>
        <source>The text that a seal shall stand at is not in the PDF.</source>
        <translation>PDF 中没有用来定位印章的文字。</translation>
    </message>
    <message>
        <source>The text “%1”, at which a seal shall stand, is not in the PDF.</source>
        <translation>PDF 中没有用来定位印章的文字“%1”。</translation>
    </message>
    <message>
        <source>Compare it with the document letter by letter, or place the seal by hand.</source>
        <translation>请与文件逐字核对，或手动放置印章。</translation>
    </message>
    <message>
        <source>These pages are not understood, or the document does not have them.</source>
        <translation>页码无法识别，或文件没有这些页。</translation>
    </message>
    <message>
        <source>“%1” names no pages of this document.</source>
        <translation>“%1”不是本文件的页码。</translation>
    </message>
    <message>
        <source>Write pages as 1-3,5,8- or odd, even, all.</source>
        <translation>请按 1-3,5,8- 或 odd、even、all 填写页码。</translation>
    </message>
    <message>
        <source>A seal that is needed is not in your seal library.</source>
        <translation>印章库中没有所需的印章。</translation>
    </message>
    <message>
        <source>The seal “%1” is not in your seal library.</source>
        <translation>印章库中没有印章“%1”。</translation>
    </message>
    <message>
        <source>Add the seal to the library, then try again.</source>
        <translation>请先将该印章加入印章库，再重试。</translation>
    </message>
    <message>
        <source>A seal may not be used today.</source>
        <translation>有印章今天不在有效期内。</translation>
    </message>
    <message>
        <source>The seal “%1” may not be used today.</source>
        <translation>印章“%1”今天不在有效期内。</translation>
    </message>
    <message>
        <source>Choose a seal that is valid, or correct its dates in the seal library.</source>
        <translation>请选用有效的印章，或在印章库中更正其有效期。</translation>
    </message>
    <message>
        <source>Your seals are encrypted, and the key to them cannot be had from this account.</source>
        <translation>印章已加密，当前账户无法取得解密密钥。</translation>
    </message>
    <message>
        <source>Log in as the user who added them, or import them from an exported file.</source>
        <translation>请用添加印章的用户登录，或从导出的文件重新导入。</translation>
    </message>
    <message>
        <source>This is not a file of exported seals, or it is damaged.</source>
        <translation>这不是导出的印章文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>%1 is not a file of exported seals, or it is damaged.</source>
        <translation>%1 不是导出的印章文件，或文件已损坏。</translation>
    </message>
    <message>
        <source>Export the seals again on the other computer, and copy the file whole.</source>
        <translation>请在另一台电脑上重新导出，并完整复制该文件。</translation>
    </message>
    <message>
        <source>This password does not open the exported seals, or the file was altered.</source>
        <translation>口令无法打开导出的印章，或文件已被改动。</translation>
    </message>
    <message>
        <source>The scan cannot be read as a picture.</source>
        <translation>扫描件无法作为图片读取。</translation>
    </message>
    <message>
        <source>The scan %1 cannot be read as a picture.</source>
        <translation>扫描件 %1 无法作为图片读取。</translation>
    </message>
    <message>
        <source>Save it as PNG or JPEG, at 300 dpi, and try again.</source>
        <translation>请以 300 dpi 存为 PNG 或 JPEG 后重试。</translation>
    </message>
    <message>
        <source>No seal impression was found in the scan.</source>
        <translation>扫描件中没有找到印模。</translation>
    </message>
    <message>
        <source>No seal impression was found in %1.</source>
        <translation>%1 中没有找到印模。</translation>
    </message>
    <message>
        <source>Scan the stamped sheet in colour at 300 dpi, with good light and the whole impression on it.</source>
        <translation>请将盖有印模的纸张以 300 dpi 彩色扫描，光线充足，印模完整。</translation>
    </message>
    <message>
        <source>The sealing plan cannot be used.</source>
        <translation>签章方案无法使用。</translation>
    </message>
    <message>
        <source>The sealing plan %1 cannot be used.</source>
        <translation>签章方案 %1 无法使用。</translation>
    </message>
    <message>
        <source>Correct it as the log says, or make it again.</source>
        <translation>请按日志提示更正，或重新制作。</translation>
    </message>
    <message>
        <source>The checklist cannot be used.</source>
        <translation>签章检查单无法使用。</translation>
    </message>
    <message>
        <source>The checklist %1 cannot be used.</source>
        <translation>签章检查单 %1 无法使用。</translation>
    </message>
    <message>
        <source>Correct it as the log says, or ask whoever shipped it.</source>
        <translation>请按日志提示更正，或向提供方索取。</translation>
    </message>
    <message>
        <source>A seal that the checklist asks for is missing.</source>
        <translation>缺少签章检查单要求的印章。</translation>
    </message>
    <message>
        <source>A seal that the checklist asks for is missing: %1.</source>
        <translation>缺少签章检查单要求的印章：%1。</translation>
    </message>
    <message>
        <source>Place what is missing, then sign.</source>
        <translation>请补齐缺少的印章后再签章。</translation>
    </message>
    <message>
        <source>Choose a certificate that the seal was enrolled with; a new one is entered with the seal in the seal library.</source>
        <translation>请选择该印章登记的证书；新证书可在印章库中登记到该印章。</translation>
    </message>
</context>
<context>
    <name>InterferenceChecks</name>
    <message>
        <source>If you copy the link for signing with a phone, it stays there, and others may read it.</source>
        <translation>如果复制手机签章的链接，它会留存下来，可能被他人读取。</translation>
    </message>
    <message>
        <source>Scan the QR code with the phone instead of copying the link.</source>
        <translation>请用手机扫描二维码，不要复制链接。</translation>
    </message>
    <message>
        <source>Programs that keep what you copy are running: {programs}.</source>
        <translation>正在运行会保存复制内容的程序：{programs}。</translation>
    </message>
    <message>
        <source>The program {programs} is told of everything you copy.</source>
        <translation>程序 {programs} 会收到您复制的全部内容。</translation>
    </message>
    <message>
        <source>Windows passes what you copy to your other devices.</source>
        <translation>Windows 会把您复制的内容同步到您的其他设备。</translation>
    </message>
    <message>
        <source>The desktop itself ({programs}) keeps what you copied last.</source>
        <translation>桌面系统（{programs}）会保存最近复制的内容。</translation>
    </message>
    <message>
        <source>No known program that keeps what you copy is running. Others cannot be recognised on this system.</source>
        <translation>没有发现已知的剪贴板管理程序。在本系统上无法识别其他同类程序。</translation>
    </message>
    <message>
        <source>The system does not say which programs are running.</source>
        <translation>系统没有提供正在运行的程序列表。</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>A library in this program can read the PIN and change what is signed. Most often it belongs to a tool that means no harm.</source>
        <translation>进入本程序的库可以读取 PIN 码并篡改所签内容。多数情况下它属于并无恶意的工具。</translation>
    </message>
    <message>
        <source>The system was told to load these libraries into programs, and they are in this one: {libraries}.</source>
        <translation>系统被设置为向程序预先加载以下库，它们已进入本程序：{libraries}。</translation>
    </message>
    <message>
        <source>Find out whose they are, have that switched off (LD_PRELOAD, /etc/ld.so.preload, AppInit_DLLs), and start BidSeal again.</source>
        <translation>请查明它们的来源，关闭预加载设置（LD_PRELOAD、/etc/ld.so.preload、AppInit_DLLs），然后重新启动标印。</translation>
    </message>
    <message>
        <source>Libraries are in this program that neither the system nor BidSeal has brought: {libraries}.</source>
        <translation>本程序中有既不属于系统也不属于标印的库：{libraries}。</translation>
    </message>
    <message>
        <source>Find out by the names which program they belong to, close it, and start BidSeal again.</source>
        <translation>请根据名称查明它们属于哪个程序，关闭该程序，然后重新启动标印。</translation>
    </message>
    <message>
        <source>Libraries were updated while BidSeal was running: {libraries}.</source>
        <translation>标印运行期间有库被更新：{libraries}。</translation>
    </message>
    <message>
        <source>The old version goes on running in this program, with the holes that the new one closes.</source>
        <translation>本程序仍在使用旧版本，新版本所修补的漏洞依然存在。</translation>
    </message>
    <message>
        <source>Close BidSeal and start it again.</source>
        <translation>请关闭标印并重新启动。</translation>
    </message>
    <message>
        <source>Besides the libraries of the system and of BidSeal, those of known programs are in this one: {companions}.</source>
        <translation>除系统和标印自己的库外，本程序中还有已知程序的库：{companions}。</translation>
    </message>
    <message>
        <source>Libraries in this program</source>
        <translation>本程序中的库</translation>
    </message>
    <message>
        <source>The system does not say which libraries are in this program.</source>
        <translation>系统没有提供本程序所加载的库。</translation>
    </message>
    <message>
        <source>Run the check again; if it stays so, ask whoever looks after this computer.</source>
        <translation>请重新检测；如仍如此，请联系电脑管理员。</translation>
    </message>
    <message>
        <source>Only the system&apos;s and BidSeal&apos;s own libraries are in this program.</source>
        <translation>本程序中只有系统和标印自己的库。</translation>
    </message>
    <message>
        <source>Whoever sits there, or looks on there, can see the PIN being typed and what is signed.</source>
        <translation>在那台电脑前操作或旁观的人，可以看到 PIN 码的输入和所签内容。</translation>
    </message>
    <message>
        <source>Sign at this computer itself; if you have to work from afar, make sure that nobody else sees that screen.</source>
        <translation>请直接在本机上签章；如必须远程操作，请确保没有他人看到那块屏幕。</translation>
    </message>
    <message>
        <source>Somebody looks at this session from another computer, or steers it.</source>
        <translation>有人正从其他电脑查看或控制本会话。</translation>
    </message>
    <message>
        <source>End the remote assistance before you type the PIN.</source>
        <translation>请在输入 PIN 码之前结束远程协助。</translation>
    </message>
    <message>
        <source>You are logged in from another computer.</source>
        <translation>您是从其他电脑登录的。</translation>
    </message>
    <message>
        <source>This program was started over SSH from another computer.</source>
        <translation>本程序是从其他电脑通过 SSH 启动的。</translation>
    </message>
    <message>
        <source>This desktop is shown on another computer.</source>
        <translation>本桌面显示在其他电脑上。</translation>
    </message>
    <message>
        <source>The windows of this program appear on another computer.</source>
        <translation>本程序的窗口显示在其他电脑上。</translation>
    </message>
    <message>
        <source>Somebody is connected to this screen right now, by {programs}.</source>
        <translation>此刻有人正通过 {programs} 连接到本机屏幕。</translation>
    </message>
    <message>
        <source>They can see the PIN being typed and what is signed, and may press keys here.</source>
        <translation>对方可以看到 PIN 码的输入和所签内容，还可能在此操作键盘。</translation>
    </message>
    <message>
        <source>End {programs} before you type the PIN.</source>
        <translation>请在输入 PIN 码之前退出 {programs}。</translation>
    </message>
    <message>
        <source>This screen can be seen from other computers by {programs}; nobody is connected right now.</source>
        <translation>其他电脑可以通过 {programs} 查看本机屏幕；此刻没有人连接。</translation>
    </message>
    <message>
        <source>Whoever connects while you sign can see the PIN being typed and what is signed.</source>
        <translation>签章期间连接进来的人可以看到 PIN 码的输入和所签内容。</translation>
    </message>
    <message>
        <source>Programs for remote control are running: {programs}.</source>
        <translation>正在运行远程控制程序：{programs}。</translation>
    </message>
    <message>
        <source>Whether somebody is connected by them cannot be told from outside. Whoever is can see the PIN being typed and what is signed.</source>
        <translation>从外部无法判断是否有人正在连接。已连接的人可以看到 PIN 码的输入和所签内容。</translation>
    </message>
    <message>
        <source>Close them, also beside the clock, before you type the PIN.</source>
        <translation>请在输入 PIN 码之前退出这些程序，包括任务栏时钟旁的图标。</translation>
    </message>
    <message>
        <source>Services for remote control wait in the background: {programs}.</source>
        <translation>远程控制服务在后台等待连接：{programs}。</translation>
    </message>
    <message>
        <source>They let in whoever knows their password, also unseen. Whether somebody is connected cannot be told from outside.</source>
        <translation>知道其密码的人可以悄悄连接进来。从外部无法判断是否有人正在连接。</translation>
    </message>
    <message>
        <source>If nobody needs them today, have them switched off before you type the PIN.</source>
        <translation>如今天无人需要，请在输入 PIN 码之前将其停用。</translation>
    </message>
    <message>
        <source>A program for remote control could show the screen to somebody else.</source>
        <translation>远程控制程序可能把屏幕显示给他人。</translation>
    </message>
    <message>
        <source>Look yourself that no program for remote control is open.</source>
        <translation>请自行确认没有打开远程控制程序。</translation>
    </message>
    <message>
        <source>Remote control</source>
        <translation>远程控制</translation>
    </message>
    <message>
        <source>There is no sign of a remote session, and no known program for remote control is running.</source>
        <translation>没有发现远程会话的迹象，也没有运行已知的远程控制程序。</translation>
    </message>
    <message>
        <source>Programs that record the screen are running: {programs}.</source>
        <translation>正在运行录屏程序：{programs}。</translation>
    </message>
    <message>
        <source>A recording would hold the documents, and whoever sees it could read along what you type.</source>
        <translation>录像会包含文件内容，看到录像的人可能得知您输入的内容。</translation>
    </message>
    <message>
        <source>End them before you type the PIN.</source>
        <translation>请在输入 PIN 码之前退出这些程序。</translation>
    </message>
    <message>
        <source>The screen is read aloud or enlarged by {programs}, which is welcome here.</source>
        <translation>{programs} 正在朗读或放大屏幕，可以放心使用。</translation>
    </message>
    <message>
        <source>A program could be recording the screen.</source>
        <translation>可能有程序正在录屏。</translation>
    </message>
    <message>
        <source>Look yourself that no program that records the screen is open.</source>
        <translation>请自行确认没有打开录屏程序。</translation>
    </message>
    <message>
        <source>Recording of the screen</source>
        <translation>录屏</translation>
    </message>
    <message>
        <source>No known program that records the screen is running.</source>
        <translation>没有运行已知的录屏程序。</translation>
    </message>
    <message>
        <source>Such a program reads everything here, the PIN included, and may change what is signed.</source>
        <translation>这样的程序可以读取此处的一切，包括 PIN 码，还可能篡改所签内容。</translation>
    </message>
    <message>
        <source>A debugger is attached to this program.</source>
        <translation>有调试程序附加在本程序上。</translation>
    </message>
    <message>
        <source>End the debugger and start BidSeal again.</source>
        <translation>请结束调试程序，然后重新启动标印。</translation>
    </message>
    <message>
        <source>A debugger is attached to this program: {tracer}.</source>
        <translation>有调试程序附加在本程序上：{tracer}。</translation>
    </message>
    <message>
        <source>End the program {tracer} and start BidSeal again.</source>
        <translation>请结束程序 {tracer}，然后重新启动标印。</translation>
    </message>
    <message>
        <source>The system does not say whether a debugger is attached to this program.</source>
        <translation>系统没有说明是否有调试程序附加在本程序上。</translation>
    </message>
    <message>
        <source>A debugger could read the PIN and change what is signed.</source>
        <translation>调试程序可以读取 PIN 码并篡改所签内容。</translation>
    </message>
    <message>
        <source>If nobody examines programs on this computer, go on; otherwise ask whoever looks after it.</source>
        <translation>如本机上无人调试程序，可以继续；否则请询问电脑管理员。</translation>
    </message>
    <message>
        <source>Debuggers</source>
        <translation>调试程序</translation>
    </message>
    <message>
        <source>No debugger is attached to this program.</source>
        <translation>没有调试程序附加在本程序上。</translation>
    </message>
</context>
<context>
    <name>KeysChecks</name>
    <message>
        <source>Whoever opens the bids may reject what is signed with it.</source>
        <translation>开标方可能不接受用它签署的文件。</translation>
    </message>
    <message>
        <source>Ask the certificate authority to write your certificate anew.</source>
        <translation>请联系证书颁发机构（CA）重新写入您的证书。</translation>
    </message>
    <message>
        <source>The certificate of {holder} leads to an authority that is expected here.</source>
        <translation>{holder} 的证书由此处认可的证书颁发机构签发。</translation>
    </message>
    <message>
        <source>Who issued the certificate of {holder} cannot be followed to an authority that is expected here: the certificate of {missingIssuer} is missing.</source>
        <translation>{holder} 的证书无法追溯到此处认可的证书颁发机构：缺少 {missingIssuer} 的证书。</translation>
    </message>
    <message>
        <source>It may still be accepted by whoever has that certificate.</source>
        <translation>持有该上级证书的一方仍可能接受它。</translation>
    </message>
    <message>
        <source>Ask the certificate authority to write its own certificates to the UKey too.</source>
        <translation>请联系证书颁发机构，把其自身的上级证书也写入 UKey。</translation>
    </message>
    <message>
        <source>The certificate of {holder} comes from an authority that is not expected here: {root}.</source>
        <translation>{holder} 的证书来自此处不认可的证书颁发机构：{root}。</translation>
    </message>
    <message>
        <source>Choose a certificate of an authority that the platform accepts.</source>
        <translation>请选用交易平台认可的机构颁发的证书。</translation>
    </message>
    <message>
        <source>The authority&apos;s own certificate above that of {holder} has expired.</source>
        <translation>{holder} 的证书，其上级 CA 证书已过期。</translation>
    </message>
    <message>
        <source>The authority&apos;s own certificate above that of {holder} is not valid yet.</source>
        <translation>{holder} 的证书，其上级 CA 证书尚未生效。</translation>
    </message>
    <message>
        <source>Often it is this computer&apos;s clock that is wrong.</source>
        <translation>常见原因是本机时钟不准。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time.</source>
        <translation>请核对本机的日期和时间。</translation>
    </message>
    <message>
        <source>The certificate of {holder} was altered, or not issued by the authority that it names.</source>
        <translation>{holder} 的证书被改动过，或者并非由其所写的机构签发。</translation>
    </message>
    <message>
        <source>The certificate of {holder} was issued by somebody who is no certification authority.</source>
        <translation>{holder} 的证书的签发者不是证书颁发机构。</translation>
    </message>
    <message>
        <source>Whether the certificate of {holder} is trusted could not be judged.</source>
        <translation>无法判断 {holder} 的证书是否可信。</translation>
    </message>
    <message>
        <source>It is built in a way that is not checked here.</source>
        <translation>它的构造方式不在检测范围内。</translation>
    </message>
    <message>
        <source>Ask the platform whether it accepts certificates of this authority.</source>
        <translation>请向交易平台确认是否接受该机构的证书。</translation>
    </message>
    <message>
        <source>The file {rootFile} holds no certificate of an authority.</source>
        <translation>文件 {rootFile} 中没有 CA 证书。</translation>
    </message>
    <message>
        <source>Without it, certificates are not judged.</source>
        <translation>缺少它就无法判断证书是否可信。</translation>
    </message>
    <message>
        <source>Ask the administrator to correct the policy.</source>
        <translation>请联系管理员更正策略文件。</translation>
    </message>
    <message>
        <source>Certificate leads to an expected authority</source>
        <translation>证书由认可的机构颁发</translation>
    </message>
    <message>
        <source>Chains are not judged here: the policy names no authority.</source>
        <translation>此处不检测证书链：策略中没有指定认可的颁发机构。</translation>
    </message>
    <message>
        <source>The certificate of {holder} expires within days, on {until} (days left: {days}).</source>
        <translation>{holder} 的证书数日内即将过期，有效期至 {until}（剩余天数：{days}）。</translation>
    </message>
    <message>
        <source>A bid that is opened after that day may be rejected, and a new certificate may not be ready before.</source>
        <translation>在该日之后开标的投标文件可能被拒收，而新证书未必来得及办好。</translation>
    </message>
    <message>
        <source>Call the certificate authority today and have the certificate renewed.</source>
        <translation>请今天就联系证书颁发机构办理证书延期。</translation>
    </message>
    <message>
        <source>The certificate of {holder} expires within weeks, on {until} (days left: {days}).</source>
        <translation>{holder} 的证书数周内即将过期，有效期至 {until}（剩余天数：{days}）。</translation>
    </message>
    <message>
        <source>Bids with a later date of opening may be rejected with it; a renewal takes days.</source>
        <translation>开标日期在此之后的投标文件可能因此被拒收；办理延期需要数天。</translation>
    </message>
    <message>
        <source>Apply for the renewal at the certificate authority this week.</source>
        <translation>请在本周内向证书颁发机构申请延期。</translation>
    </message>
    <message>
        <source>The certificate of {holder} expires in the coming months, on {until} (days left: {days}).</source>
        <translation>{holder} 的证书将在几个月内过期，有效期至 {until}（剩余天数：{days}）。</translation>
    </message>
    <message>
        <source>There is time; where papers are asked for, a renewal takes weeks.</source>
        <translation>时间尚充裕；如需提交纸质材料，办理延期可能要几周。</translation>
    </message>
    <message>
        <source>Ask the certificate authority what it wants for the renewal, and plan it.</source>
        <translation>请向证书颁发机构了解延期所需材料，并提前安排。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is valid until {until} (days left: {days}).</source>
        <translation>{holder} 的证书有效期至 {until}（剩余天数：{days}）。</translation>
    </message>
    <message>
        <source>Certificate needs no renewal yet</source>
        <translation>证书剩余有效期</translation>
    </message>
    <message>
        <source>There is no certificate that may sign today.</source>
        <translation>没有今天可以签章的证书。</translation>
    </message>
    <message>
        <source>its key may be in other hands</source>
        <translation>私钥可能已泄露</translation>
    </message>
    <message>
        <source>it was replaced by another one</source>
        <translation>已被新证书取代</translation>
    </message>
    <message>
        <source>what it says about its holder has changed</source>
        <translation>持有人信息已变更</translation>
    </message>
    <message>
        <source>it is not needed any more</source>
        <translation>已停止使用</translation>
    </message>
    <message>
        <source>it is suspended</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>the authority&apos;s own key may be in other hands</source>
        <translation>颁发机构的私钥可能已泄露</translation>
    </message>
    <message>
        <source>no reason is told</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>The certificate authority revoked the certificate of {holder} on {revokedOn}: {reason}.</source>
        <translation>证书颁发机构已于 {revokedOn} 吊销 {holder} 的证书：{reason}。</translation>
    </message>
    <message>
        <source>What is signed with it is rejected.</source>
        <translation>用它签署的文件会被拒收。</translation>
    </message>
    <message>
        <source>Do not sign with it; ask the certificate authority for a new certificate.</source>
        <translation>请勿用它签章，并向证书颁发机构申请新证书。</translation>
    </message>
    <message>
        <source>The certificate of {holder} names nobody who tells whether it was revoked.</source>
        <translation>{holder} 的证书中没有写明可查询吊销状态的地址。</translation>
    </message>
    <message>
        <source>Whether the certificate of {holder} was revoked could not be asked: its issuer&apos;s certificate is missing.</source>
        <translation>无法查询 {holder} 的证书是否已被吊销：缺少其颁发机构的证书。</translation>
    </message>
    <message>
        <source>The answer is signed by its issuer and cannot be checked without it.</source>
        <translation>查询结果由颁发机构签名，缺少其证书便无法核实。</translation>
    </message>
    <message>
        <source>Whether the certificate of {holder} was revoked could not be asked: {server} cannot be reached.</source>
        <translation>无法查询 {holder} 的证书是否已被吊销：连接不上 {server}。</translation>
    </message>
    <message>
        <source>It may have been revoked without anybody here knowing.</source>
        <translation>证书可能已被吊销，而本机无从得知。</translation>
    </message>
    <message>
        <source>Check the network and run this check once more.</source>
        <translation>请检查网络后重新检测。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is not revoked, as of {asOf}.</source>
        <translation>截至 {asOf}，{holder} 的证书未被吊销。</translation>
    </message>
    <message>
        <source>{server} does not know the certificate of {holder}.</source>
        <translation>{server} 上没有 {holder} 的证书的记录。</translation>
    </message>
    <message>
        <source>Whether it was revoked is not known here.</source>
        <translation>无法得知它是否已被吊销。</translation>
    </message>
    <message>
        <source>Ask the administrator whether the policy names the server of this authority.</source>
        <translation>请向管理员确认策略中填写的是否为该颁发机构的服务器。</translation>
    </message>
    <message>
        <source>What {server} answered about the certificate of {holder} proves nothing: it is out of date, not readable, or not signed for the authority.</source>
        <translation>{server} 对 {holder} 的证书给出的答复不能作为依据：已过时、无法读取，或没有颁发机构的签名。</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time, and run this check once more.</source>
        <translation>请核对本机的日期和时间后重新检测。</translation>
    </message>
    <message>
        <source>Certificate is not revoked</source>
        <translation>证书未被吊销</translation>
    </message>
    <message>
        <source>Nobody is asked whether certificates were revoked: the policy names no server for that.</source>
        <translation>不查询证书吊销状态：策略中没有指定查询服务器。</translation>
    </message>
    <message>
        <source>No certificate can be seen: the driver {driver} gave no answer.</source>
        <translation>读取不到证书：驱动 {driver} 没有响应。</translation>
    </message>
    <message>
        <source>If a UKey of this driver is plugged in, nothing is known of its certificate.</source>
        <translation>如果插着使用该驱动的 UKey，其证书情况无从得知。</translation>
    </message>
    <message>
        <source>Pull the UKey out, put it in again and run this check once more.</source>
        <translation>请拔出 UKey 重新插入，然后重新检测。</translation>
    </message>
    <message>
        <source>The certificate that signs is looked at when it is chosen.</source>
        <translation>签章所用的证书在选定时检查。</translation>
    </message>
    <message>
        <source>No UKey with a certificate for signing is plugged in.</source>
        <translation>未插入带有签名证书的 UKey。</translation>
    </message>
    <message>
        <source>The certificate of {holder} for encryption has the one for signing beside it.</source>
        <translation>{holder} 的加密证书旁边有配套的签名证书。</translation>
    </message>
    <message>
        <source>There is a certificate of {holder} for encryption, but none for signing.</source>
        <translation>只有 {holder} 的加密证书，没有签名证书。</translation>
    </message>
    <message>
        <source>Nothing can be signed with it.</source>
        <translation>无法用它签章。</translation>
    </message>
    <message>
        <source>Ask the certificate authority to write the certificate for signing to the UKey.</source>
        <translation>请联系证书颁发机构把签名证书写入 UKey。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is a certification authority&apos;s.</source>
        <translation>{holder} 的证书是 CA 机构自身的证书。</translation>
    </message>
    <message>
        <source>It issues certificates. A bid that is signed with it is rejected.</source>
        <translation>它用于颁发证书，用它签署的投标文件会被拒收。</translation>
    </message>
    <message>
        <source>Choose the certificate that the authority issued to your company.</source>
        <translation>请选用颁发给贵单位的证书。</translation>
    </message>
    <message>
        <source>The certificate of {holder} was not issued for signing.</source>
        <translation>{holder} 的证书不是为签名而颁发的。</translation>
    </message>
    <message>
        <source>Its key usage names neither digital signature nor non-repudiation, and readers reject what is signed with it.</source>
        <translation>其“密钥用法”中既没有“数字签名”也没有“不可否认”，阅读软件会拒绝用它签署的文件。</translation>
    </message>
    <message>
        <source>Ask the certificate authority for a certificate for signing.</source>
        <translation>请向证书颁发机构申请签名证书。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is for signing.</source>
        <translation>{holder} 的证书可用于签名。</translation>
    </message>
    <message>
        <source>Certificate is for signing</source>
        <translation>证书用途为签名</translation>
    </message>
    <message>
        <source>The certificate of {holder} expired on {until}.</source>
        <translation>{holder} 的证书已于 {until} 过期。</translation>
    </message>
    <message>
        <source>What is signed with it is rejected when the bids are opened.</source>
        <translation>用它签署的文件在开标时会被拒收。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is valid only from {from}.</source>
        <translation>{holder} 的证书自 {from} 起才生效。</translation>
    </message>
    <message>
        <source>What is signed with it before that day is rejected. Often it is this computer&apos;s clock that is wrong.</source>
        <translation>在该日之前用它签署的文件会被拒收。常见原因是本机时钟不准。</translation>
    </message>
    <message>
        <source>The certificate of {holder} is for encryption, not for signing.</source>
        <translation>{holder} 的证书是加密证书，不能用于签名。</translation>
    </message>
    <message>
        <source>No signature can be made with it.</source>
        <translation>无法用它签章。</translation>
    </message>
    <message>
        <source>The certificate of {holder} may not sign documents, or its key is too weak or of a kind that cannot sign here.</source>
        <translation>{holder} 的证书不允许签署文件，或其密钥强度不足、类型不受支持。</translation>
    </message>
    <message>
        <source>The certificate of {holder} may sign; it is valid until {until}.</source>
        <translation>{holder} 的证书可以签章，有效期至 {until}。</translation>
    </message>
    <message>
        <source>Certificate is valid</source>
        <translation>证书有效性</translation>
    </message>
    <message>
        <source>UKeys that need this driver cannot be used.</source>
        <translation>使用该驱动的 UKey 无法使用。</translation>
    </message>
    <message>
        <source>Install the driver again from the certificate authority&apos;s website.</source>
        <translation>请从证书颁发机构网站下载并重新安装驱动。</translation>
    </message>
    <message>
        <source>The driver file {driver} is no program library at all.</source>
        <translation>驱动文件 {driver} 根本不是程序库。</translation>
    </message>
    <message>
        <source>The driver file {driver} is damaged: its end is missing.</source>
        <translation>驱动文件 {driver} 已损坏：文件不完整。</translation>
    </message>
    <message>
        <source>The driver {driver} was built for {bits}-bit programs on {machine}; this program has {neededBits} bits and runs on {neededMachine}.</source>
        <translation>驱动 {driver} 适用于 {machine} 上的 {bits} 位程序；本程序为 {neededBits} 位，运行于 {neededMachine}。</translation>
    </message>
    <message>
        <source>Install the {neededBits}-bit driver of your UKey from the certificate authority&apos;s website.</source>
        <translation>请从证书颁发机构网站下载并安装 UKey 的 {neededBits} 位驱动。</translation>
    </message>
    <message>
        <source>The driver {driver} does not start, or is no driver of the kind that this program uses (PKCS#11).</source>
        <translation>驱动 {driver} 无法启动，或不是本程序所用类型（PKCS#11）的驱动。</translation>
    </message>
    <message>
        <source>The driver {driver} crashes when it is asked for its UKeys.</source>
        <translation>驱动 {driver} 在查询 UKey 时崩溃。</translation>
    </message>
    <message>
        <source>The driver {driver} does not answer when it is asked for its UKeys.</source>
        <translation>驱动 {driver} 在查询 UKey 时没有响应。</translation>
    </message>
    <message>
        <source>Pull all UKeys out, put yours in again and run this check once more; if that does not help, install the driver again.</source>
        <translation>请拔出所有 UKey，重新插入您的 UKey 后再次检测；如仍无效，请重新安装驱动。</translation>
    </message>
    <message>
        <source>The driver file {driver} is not where it should be.</source>
        <translation>驱动文件 {driver} 不在应有的位置。</translation>
    </message>
    <message>
        <source>The driver {driver} was not asked to the end.</source>
        <translation>对驱动 {driver} 的检测没有完成。</translation>
    </message>
    <message>
        <source>The driver {driver} loads, but reports a fault of its UKey.</source>
        <translation>驱动 {driver} 可以加载，但报告 UKey 有故障。</translation>
    </message>
    <message>
        <source>The driver {driver} could not be asked.</source>
        <translation>无法检测驱动 {driver}。</translation>
    </message>
    <message>
        <source>The driver {driver} works.</source>
        <translation>驱动 {driver} 工作正常。</translation>
    </message>
    <message>
        <source>Two drivers show the same UKey: {driver} and {otherDriver}.</source>
        <translation>有两个驱动识别到同一个 UKey：{driver} 和 {otherDriver}。</translation>
    </message>
    <message>
        <source>Each key is offered twice, and the two may disturb each other while signing.</source>
        <translation>每个密钥会出现两次，签章时两个驱动可能相互干扰。</translation>
    </message>
    <message>
        <source>Remove the driver that your certificate authority does not name.</source>
        <translation>请卸载不是由您的证书颁发机构提供的那个驱动。</translation>
    </message>
    <message>
        <source>The same driver is installed in two versions: {driver} and {otherDriver}.</source>
        <translation>同一驱动安装了两个版本：{driver} 和 {otherDriver}。</translation>
    </message>
    <message>
        <source>Which of them speaks to the UKey is chance; an old one may not know it.</source>
        <translation>实际使用哪一个并不确定；旧版本可能不识别您的 UKey。</translation>
    </message>
    <message>
        <source>Remove the older one.</source>
        <translation>请卸载较旧的版本。</translation>
    </message>
    <message>
        <source>There are only drivers of the kind SKF, which this program does not use yet: {skf}.</source>
        <translation>只找到 SKF 类型的驱动（{skf}），本程序目前尚不使用这类驱动。</translation>
    </message>
    <message>
        <source>To sign with a UKey, install its driver of the kind PKCS#11.</source>
        <translation>如需用 UKey 签章，请安装其 PKCS#11 驱动。</translation>
    </message>
    <message>
        <source>No driver of a UKey is installed. Signing with a phone needs none.</source>
        <translation>未安装 UKey 驱动。用手机签章不需要驱动。</translation>
    </message>
    <message>
        <source>To sign with a UKey, install its driver.</source>
        <translation>如需用 UKey 签章，请安装其驱动。</translation>
    </message>
    <message>
        <source>Drivers of UKeys</source>
        <translation>UKey 驱动</translation>
    </message>
    <message>
        <source>The test of the key was cancelled.</source>
        <translation>密钥测试已取消。</translation>
    </message>
    <message>
        <source>The key did not sign the test.</source>
        <translation>密钥未能完成测试签名。</translation>
    </message>
    <message>
        <source>The key of {holder} signed a test, and its certificate confirms it.</source>
        <translation>{holder} 的密钥完成了测试签名，并已用其证书核实。</translation>
    </message>
    <message>
        <source>The UKey {token} is locked: its PIN was entered wrongly too often.</source>
        <translation>UKey {token} 已锁定：PIN 码输错次数过多。</translation>
    </message>
    <message>
        <source>Nothing can be signed with it until it is unlocked.</source>
        <translation>解锁之前无法用它签章。</translation>
    </message>
    <message>
        <source>The UKey {token} says that only one try is left for its PIN.</source>
        <translation>UKey {token} 提示：PIN 码只剩最后一次尝试。</translation>
    </message>
    <message>
        <source>One more wrong PIN locks it, and unlocking takes a visit to the certificate authority.</source>
        <translation>再输错一次就会锁定，解锁需到证书颁发机构办理。</translation>
    </message>
    <message>
        <source>Make sure of the PIN before you enter it again; if you are not sure, ask for it to be reset.</source>
        <translation>请确认 PIN 码无误后再输入；如不确定，请申请重置 PIN 码。</translation>
    </message>
    <message>
        <source>The UKey {token} says that a wrong PIN was entered lately.</source>
        <translation>UKey {token} 提示：此前输错过 PIN 码。</translation>
    </message>
    <message>
        <source>A few more wrong ones lock it. The next right one makes it forget them.</source>
        <translation>再输错几次就会锁定；下一次输入正确后，错误记录会清除。</translation>
    </message>
    <message>
        <source>Make sure of the PIN before you sign. If nobody of you entered it, ask who had the UKey.</source>
        <translation>签章前请确认 PIN 码。如果不是你们自己输错的，请查问 UKey 曾由谁保管。</translation>
    </message>
    <message>
        <source>The UKey {token} says that its PIN must be changed.</source>
        <translation>UKey {token} 提示：必须修改 PIN 码。</translation>
    </message>
    <message>
        <source>It is still the maker&apos;s, which others know too, or has run out. Some UKeys refuse to sign until then.</source>
        <translation>PIN 码仍是他人也知道的出厂默认值，或者已过期。有些 UKey 在修改之前拒绝签名。</translation>
    </message>
    <message>
        <source>Change the PIN with the program of the UKey&apos;s maker or of the certificate authority.</source>
        <translation>请用 UKey 厂商或证书颁发机构的管理工具修改 PIN 码。</translation>
    </message>
    <message>
        <source>The UKey {token} is plugged in, and its PIN is in order.</source>
        <translation>UKey {token} 已插入，PIN 码状态正常。</translation>
    </message>
    <message>
        <source>The UKey {token} is plugged in. It tells nothing about its PIN.</source>
        <translation>UKey {token} 已插入，未提供 PIN 码状态。</translation>
    </message>
    <message>
        <source>No UKey is plugged in.</source>
        <translation>未插入 UKey。</translation>
    </message>
    <message>
        <source>Whether a UKey is plugged in cannot be told: the driver {driver} gave no answer.</source>
        <translation>无法得知是否插有 UKey：驱动 {driver} 没有响应。</translation>
    </message>
    <message>
        <source>If one is plugged in, nothing is known of its PIN.</source>
        <translation>如果插着 UKey，其 PIN 码状态无从得知。</translation>
    </message>
    <message>
        <source>UKey and its PIN</source>
        <translation>UKey 及其 PIN 码</translation>
    </message>
    <message>
        <source>Key test, no legal meaning</source>
        <translation>密钥测试，不具法律效力</translation>
    </message>
</context>
<context>
    <name>NetworkChecks</name>
    <message>
        <source>{role} {server}: its certificate is valid from {validFrom} to {validUntil}, and by this computer&apos;s clock it is {now}.</source>
        <translation>{role} {server}：其证书有效期为 {validFrom} 至 {validUntil}，而本机时钟显示为 {now}。</translation>
    </message>
    <message>
        <source>Either the server&apos;s certificate has expired or this computer&apos;s clock is wrong, which is the more frequent. BidSeal does not connect to this server.</source>
        <translation>不是服务器证书已过期，就是本机时钟有误（后者更常见）。标印不会连接该服务器。</translation>
    </message>
    <message>
        <source>Compare the date and time of this computer with a phone. If they agree, tell whoever runs the server that its certificate has expired.</source>
        <translation>请用手机核对本机的日期和时间；如一致，请告知服务器运营方其证书已过期。</translation>
    </message>
    <message>
        <source>{role} {server}: {inspector} stands in between and shows a certificate of its own making.</source>
        <translation>{role} {server}：{inspector} 介入了连接，并出示由它自行签发的证书。</translation>
    </message>
    <message>
        <source>It could read and alter what passes. BidSeal does not connect to this server as long as that is so.</source>
        <translation>它可以读取和篡改传输内容。在此情况下，标印不会连接该服务器。</translation>
    </message>
    <message>
        <source>Close {inspector}, or have whoever looks after the computers exempt {server} from its inspection. Then run this check again.</source>
        <translation>请关闭 {inspector}，或请电脑管理员将 {server} 列入其加密检查的例外，然后重新检测。</translation>
    </message>
    <message>
        <source>{role} {server}: {inspector} stands in between. This computer has been set to trust the certificates that it makes.</source>
        <translation>{role} {server}：{inspector} 介入了连接，且本机已被设置为信任由它签发的证书。</translation>
    </message>
    <message>
        <source>It reads what passes between BidSeal and this server, and could alter it.</source>
        <translation>它会读取标印与该服务器之间的传输内容，也可能加以篡改。</translation>
    </message>
    <message>
        <source>If that is not your company&apos;s wish, switch the inspection of encrypted connections off in {inspector}, or have {server} exempted from it.</source>
        <translation>如非本单位有意为之，请在 {inspector} 中关闭加密连接检查，或将 {server} 列入例外。</translation>
    </message>
    <message>
        <source>{role} {server}: the server shows a certificate for another name, {subject}.</source>
        <translation>{role} {server}：服务器出示的证书属于另一个名称（{subject}）。</translation>
    </message>
    <message>
        <source>Another server has answered, or this one is set up wrongly. BidSeal does not connect to it.</source>
        <translation>应答的是另一台服务器，或该服务器设置有误。标印不会连接它。</translation>
    </message>
    <message>
        <source>Compare the address in the settings with the one you were given. If it is right, tell whoever runs the server. In a hotel or guest network, sign in on its web page first.</source>
        <translation>请核对设置中的地址与对方提供的地址；如无误，请告知服务器运营方。如在酒店或访客网络中，请先在其网页上登录认证。</translation>
    </message>
    <message>
        <source>{role} {server}: the server shows a certificate from {issuer}, which is not trusted here.</source>
        <translation>{role} {server}：服务器出示的证书由 {issuer} 签发，本机不信任该签发机构。</translation>
    </message>
    <message>
        <source>Either something in between has made that certificate and could read and alter what passes, or the server&apos;s authority has not been set up on this computer. BidSeal does not connect to it.</source>
        <translation>可能有中间设备伪造了该证书，能够读取和篡改传输内容；也可能是本机尚未设置该服务器的签发机构。标印不会连接它。</translation>
    </message>
    <message>
        <source>Ask whoever runs the server, by telephone, whether {issuer} is its authority. If so, have its certificate file set up for this server; if not, try another network and tell whoever looks after this one.</source>
        <translation>请致电服务器运营方，确认其签发机构是否为 {issuer}。如是，请为该服务器设置其签发机构的证书文件；如不是，请换一个网络，并告知当前网络的管理员。</translation>
    </message>
    <message>
        <source>{role} {server}: the certificate that the server shows has been revoked.</source>
        <translation>{role} {server}：服务器出示的证书已被吊销。</translation>
    </message>
    <message>
        <source>Whoever has it now may not be the server&apos;s owner. BidSeal does not connect to it.</source>
        <translation>该证书目前的持有者可能并非服务器的所有者。标印不会连接它。</translation>
    </message>
    <message>
        <source>Tell whoever runs the server, and do not sign by way of it until that is settled.</source>
        <translation>请告知服务器运营方；在问题解决之前，请勿通过它签章。</translation>
    </message>
    <message>
        <source>Signing with a phone does not work now. Signing with a UKey does.</source>
        <translation>目前无法使用手机证书签章，使用 UKey 签章不受影响。</translation>
    </message>
    <message>
        <source>Signatures get no timestamp now.</source>
        <translation>目前签名无法加盖时间戳。</translation>
    </message>
    <message>
        <source>Whether certificates have been revoked cannot be asked now.</source>
        <translation>目前无法查询证书是否已被吊销。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock cannot be compared with this server.</source>
        <translation>无法与该服务器比对本机时钟。</translation>
    </message>
    <message>
        <source>Check that the network cable or Wi-Fi is connected and other web pages open. If they do, try another network, for example a phone&apos;s, and tell whoever looks after this one.</source>
        <translation>请检查网线或 Wi-Fi 是否已连接、其他网页能否打开；如能打开，请换用其他网络（如手机热点），并告知当前网络的管理员。</translation>
    </message>
    <message>
        <source>Compare the address in the settings with the one you were given. If it is right, ask whoever runs the server whether it is running.</source>
        <translation>请核对设置中的地址与对方提供的地址；如无误，请向服务器运营方确认其是否正常运行。</translation>
    </message>
    <message>
        <source>Look at the check of the proxy in this list, and correct the proxy in the system&apos;s network settings.</source>
        <translation>请查看本列表中的“网络代理”检测项，并在系统的网络设置中更正代理。</translation>
    </message>
    <message>
        <source>{role} {server}: the name was not found.</source>
        <translation>{role} {server}：找不到该域名。</translation>
    </message>
    <message>
        <source>{role} {server}: no answer in {patience} seconds.</source>
        <translation>{role} {server}：{patience} 秒内没有应答。</translation>
    </message>
    <message>
        <source>{role} {server}: the proxy does not lead there.</source>
        <translation>{role} {server}：无法通过代理到达。</translation>
    </message>
    <message>
        <source>{role} {server}: the connection was cut before it was there.</source>
        <translation>{role} {server}：连接尚未建立就被切断。</translation>
    </message>
    <message>
        <source>{role} {server}: what answers there is no such server.</source>
        <translation>{role} {server}：该地址上应答的不是这类服务器。</translation>
    </message>
    <message>
        <source>{role} {server}: it takes no connection.</source>
        <translation>{role} {server}：服务器不接受连接。</translation>
    </message>
    <message>
        <source>{role} {server}: whatever answers there does not speak an encryption of today (TLS 1.2).</source>
        <translation>{role} {server}：该地址上的应答方不支持现行加密协议（TLS 1.2）。</translation>
    </message>
    <message>
        <source>This is not the server that was meant, or something in between disturbs the connection. BidSeal does not connect to it.</source>
        <translation>应答的不是预期的服务器，或有中间设备干扰了连接。标印不会连接它。</translation>
    </message>
    <message>
        <source>Compare the address in the settings, with its port, with the one you were given; then try another network.</source>
        <translation>请核对设置中的地址和端口与对方提供的是否一致，然后换一个网络再试。</translation>
    </message>
    <message>
        <source>{role} {server}: the file with its authority&apos;s certificate, {caFile}, is not there or holds none.</source>
        <translation>{role} {server}：其签发机构的证书文件 {caFile} 不存在，或其中没有证书。</translation>
    </message>
    <message>
        <source>Without it BidSeal cannot tell this server from a false one, and does not connect to it.</source>
        <translation>缺少该文件，标印无法辨别服务器真伪，因此不会连接。</translation>
    </message>
    <message>
        <source>Have the certificate file set up again, or choose it anew in the settings.</source>
        <translation>请重新安装该证书文件，或在设置中重新选择。</translation>
    </message>
    <message>
        <source>{role} {server}: reached, but it took {milliseconds} ms to connect.</source>
        <translation>{role} {server}：可以连接，但耗时 {milliseconds} 毫秒。</translation>
    </message>
    <message>
        <source>From {limitMilliseconds} ms on it is felt: signing with a phone needs a dozen such answers, and may run into its time limit.</source>
        <translation>超过 {limitMilliseconds} 毫秒就会明显变慢：使用手机证书签章需要十余次这样的应答，可能因此超时。</translation>
    </message>
    <message>
        <source>Close downloads and video meetings, or use a cable instead of Wi-Fi, and run this check again.</source>
        <translation>请关闭下载和视频会议，或改用网线连接，然后重新检测。</translation>
    </message>
    <message>
        <source>{role} {server}: reached.</source>
        <translation>{role} {server}：可以到达。</translation>
    </message>
    <message>
        <source>{role} {server}: connected with {protocol} in {milliseconds} ms; the certificate is its own, from {issuer}.</source>
        <translation>{role} {server}：已通过 {protocol} 连接，耗时 {milliseconds} 毫秒；证书为服务器自身的证书，由 {issuer} 签发。</translation>
    </message>
    <message>
        <source>Connections to the servers</source>
        <translation>服务器连接</translation>
    </message>
    <message>
        <source>No server is set up, so there is nothing to connect to.</source>
        <translation>未设置任何服务器，无需连接。</translation>
    </message>
    <message>
        <source>{role} {server}: the address is a number or this computer; there is no name to look up.</source>
        <translation>{role} {server}：地址为 IP 地址或本机，没有需要解析的域名。</translation>
    </message>
    <message>
        <source>{role} {server}: reached through a proxy, which looks the name up itself.</source>
        <translation>{role} {server}：通过代理访问，域名由代理解析。</translation>
    </message>
    <message>
        <source>{role} {server}: the file {file} sends this name to {addresses}, whatever the name servers say.</source>
        <translation>{role} {server}：文件 {file} 将该域名指向 {addresses}，不再询问域名服务器。</translation>
    </message>
    <message>
        <source>Programs on this computer go to that address. Such entries are left over from tests, or made by harmful programs to lead people to a false server.</source>
        <translation>本机程序都会连接到这个地址。这类记录可能是测试遗留的，也可能是恶意程序添加的，用来把人引向假冒服务器。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer whether that entry is wanted; if not, have the line removed from {file}.</source>
        <translation>请向电脑管理员确认这条记录是否需要；如不需要，请从 {file} 中删除该行。</translation>
    </message>
    <message>
        <source>{role} {server}: the file {file} cannot be read.</source>
        <translation>{role} {server}：无法读取文件 {file}。</translation>
    </message>
    <message>
        <source>Whether it sends this name elsewhere is not known.</source>
        <translation>无法得知该文件是否将此域名指向别处。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer why {file} cannot be read.</source>
        <translation>请向电脑管理员询问为何无法读取 {file}。</translation>
    </message>
    <message>
        <source>{role} {server}: the name servers of this network do not answer.</source>
        <translation>{role} {server}：当前网络的域名服务器没有应答。</translation>
    </message>
    <message>
        <source>Without them this computer finds no server by its name: signing with a phone, timestamps and revocation checks do not work.</source>
        <translation>没有域名解析，本机无法按域名找到服务器：手机证书签章、时间戳和证书吊销查询均无法使用。</translation>
    </message>
    <message>
        <source>Check that the network cable or Wi-Fi is connected and other web pages open. If they do, have the DNS servers in the network settings checked.</source>
        <translation>请检查网线或 Wi-Fi 是否已连接、其他网页能否打开；如能打开，请让管理员检查网络设置中的 DNS 服务器。</translation>
    </message>
    <message>
        <source>{role} {server}: no such name is known in this network.</source>
        <translation>{role} {server}：在当前网络中查不到该域名。</translation>
    </message>
    <message>
        <source>What needs this server does not work: either its address was mistyped, or this network knows only its own names.</source>
        <translation>需要该服务器的功能无法使用：可能是地址填写有误，也可能是当前网络只能解析内部域名。</translation>
    </message>
    <message>
        <source>Compare the address in the settings with the one you were given. If it is right, ask whoever looks after the network to make the name known.</source>
        <translation>请核对设置中的地址与对方提供的地址；如无误，请网络管理员让该域名可以解析。</translation>
    </message>
    <message>
        <source>{role} {server}: the name is found, and nothing on this computer redirects it.</source>
        <translation>{role} {server}：域名解析正常，本机没有将其重新指向别处。</translation>
    </message>
    <message>
        <source>Names of the servers</source>
        <translation>服务器域名</translation>
    </message>
    <message>
        <source>No server is set up, so there is no name to look up.</source>
        <translation>未设置任何服务器，没有需要解析的域名。</translation>
    </message>
    <message>
        <source>Start the program or VPN that the proxy belongs to, or switch the proxy off in the system&apos;s network settings. Then run this check again.</source>
        <translation>请启动该代理所属的程序或 VPN，或在系统的网络设置中关闭代理，然后重新检测。</translation>
    </message>
    <message>
        <source>{role} {server}: reached through the proxy {proxy}, and without it too.</source>
        <translation>{role} {server}：通过代理 {proxy} 可以到达，不经代理也可以到达。</translation>
    </message>
    <message>
        <source>{role} {server}: reached through the proxy {proxy} only. Without it there is no way to this server.</source>
        <translation>{role} {server}：只能通过代理 {proxy} 到达，不经代理无法到达。</translation>
    </message>
    <message>
        <source>{role} {server}: the proxy {proxy} asks for a user name and password. Without it the server is reached.</source>
        <translation>{role} {server}：代理 {proxy} 要求用户名和密码；不经代理可以到达服务器。</translation>
    </message>
    <message>
        <source>BidSeal goes the way that the system&apos;s settings say, and does not get through.</source>
        <translation>标印按系统设置经代理访问，因此无法连通。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the network to let BidSeal through without a password, or to take {server} out of what goes through the proxy.</source>
        <translation>请网络管理员允许标印免密码通过代理，或将 {server} 设为不经代理。</translation>
    </message>
    <message>
        <source>{role} {server}: not reached through the proxy {proxy} that the system is set to. Without it the server is reached.</source>
        <translation>{role} {server}：通过系统设置的代理 {proxy} 无法到达；不经代理可以到达。</translation>
    </message>
    <message>
        <source>BidSeal goes the way that the system&apos;s settings say, and does not get through: signing with a phone, timestamps and revocation checks fail. A proxy is often left over from a VPN or a debugging program that does not run any more.</source>
        <translation>标印按系统设置经代理访问，因此无法连通：手机证书签章、时间戳和证书吊销查询都会失败。这类代理往往是已停用的 VPN 或抓包调试程序遗留的。</translation>
    </message>
    <message>
        <source>{role} {server}: the proxy {proxy} does not answer, and without it the server is not reached either.</source>
        <translation>{role} {server}：代理 {proxy} 没有应答，不经代理也无法到达服务器。</translation>
    </message>
    <message>
        <source>Either this computer has no connection, or it is not in the network that the proxy belongs to. What needs this server does not work.</source>
        <translation>可能是本机未联网，也可能是本机不在该代理所属的网络中。需要该服务器的功能无法使用。</translation>
    </message>
    <message>
        <source>{role} {server}: the proxy {proxy} asks for a user name and password, and without it the server is not reached.</source>
        <translation>{role} {server}：代理 {proxy} 要求用户名和密码，而不经代理无法到达服务器。</translation>
    </message>
    <message>
        <source>What needs this server does not work.</source>
        <translation>需要该服务器的功能无法使用。</translation>
    </message>
    <message>
        <source>Ask whoever looks after the network to let BidSeal through without a password.</source>
        <translation>请网络管理员允许标印免密码通过代理。</translation>
    </message>
    <message>
        <source>{role} {server}: reached neither through the proxy {proxy} nor without it.</source>
        <translation>{role} {server}：通过代理 {proxy} 和不经代理都无法到达。</translation>
    </message>
    <message>
        <source>Whether the proxy works cannot be said from that.</source>
        <translation>据此无法判断代理是否正常。</translation>
    </message>
    <message>
        <source>Check that the network cable or Wi-Fi is connected and other web pages open, and run this check again.</source>
        <translation>请检查网线或 Wi-Fi 是否已连接、其他网页能否打开，然后重新检测。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>网络代理</translation>
    </message>
    <message>
        <source>No server is set up, so no proxy could be in the way.</source>
        <translation>未设置任何服务器，不涉及代理。</translation>
    </message>
    <message>
        <source>No proxy is set for these servers: programs on this computer go there directly.</source>
        <translation>访问这些服务器未设置代理，本机程序直接连接。</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>中继</translation>
    </message>
    <message>
        <source>Timestamp server</source>
        <translation>时间戳服务器</translation>
    </message>
    <message>
        <source>Revocation server</source>
        <translation>证书吊销查询服务器</translation>
    </message>
    <message>
        <source>Time server</source>
        <translation>时间服务器</translation>
    </message>
</context>
<context>
    <name>PhoneProgram</name>
    <message>
        <source>Signed. The signed files are on the computer&apos;s disk.</source>
        <translation>已签章。签章后的文件已保存在电脑上。</translation>
    </message>
    <message>
        <source>The signatures were given, but the computer could not finish the files.</source>
        <translation>已给出签名，但电脑未能完成文件。</translation>
    </message>
    <message>
        <source>It was cancelled on the computer. Nothing was signed.</source>
        <translation>已在电脑上取消。没有签章。</translation>
    </message>
    <message>
        <source>Declined. Nothing was signed.</source>
        <translation>已拒绝。没有签章。</translation>
    </message>
    <message>
        <source>The compare codes differ. Nothing was signed.</source>
        <translation>比对码不一致。没有签章。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Nothing was signed.</source>
        <translation>PIN 码输错次数过多。没有签章。</translation>
    </message>
    <message>
        <source>The signatures were given, but the computer has not said whether the files are finished.</source>
        <translation>已给出签名，但电脑没有告知文件是否完成。</translation>
    </message>
    <message>
        <source>A picture of the QR code: a screenshot, a photograph</source>
        <translation>二维码图片：截图或照片</translation>
    </message>
    <message>
        <source>The link instead of a picture; other programs of this computer can read it, so better give -, which is standard input</source>
        <translation>用链接代替图片；本机其他程序可能读到链接，最好写 -，从标准输入读取</translation>
    </message>
    <message>
        <source>A key file; repeatable</source>
        <translation>密钥文件；可重复</translation>
    </message>
    <message>
        <source>A file with the PIN of the key files that only you may read; - is standard input</source>
        <translation>存放密钥文件 PIN 码、仅本人可读的文件；- 表示标准输入</translation>
    </message>
    <message>
        <source>Trust a relay whose certificate comes from this authority (PEM)</source>
        <translation>信任由此机构（PEM）颁发证书的中继服务器</translation>
    </message>
    <message>
        <source>Answer all questions with yes</source>
        <translation>所有问题都回答“是”</translation>
    </message>
    <message>
        <source>Decline the request</source>
        <translation>拒绝请求</translation>
    </message>
    <message>
        <source>For tests: wait before confirming the code</source>
        <translation>测试用：确认比对码之前等待</translation>
    </message>
    <message>
        <source>For tests: be gone without a word after this message or step</source>
        <translation>测试用：在此消息或步骤之后直接离线</translation>
    </message>
    <message>
        <source>For tests: do something that a phone must not do, or refuse for this reason</source>
        <translation>测试用：做手机不该做的事，或以此理由拒绝</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs</source>
        <translation>以 JSON 格式输出，供程序使用</translation>
    </message>
    <message>
        <source>Either --qr or --link is needed: where the code to answer is.</source>
        <translation>需要 --qr 或 --link 之一：指明要应答的二维码。</translation>
    </message>
    <message>
        <source>--p12 is missing: the key file to sign with.</source>
        <translation>缺少 --p12：签章用的密钥文件。</translation>
    </message>
    <message>
        <source>Standard input holds one secret: the link or the PIN, not both.</source>
        <translation>标准输入只能提供一个秘密：链接或 PIN 码，不能两个都用。</translation>
    </message>
    <message>
        <source>Either --confirm or --refuse, not both.</source>
        <translation>--confirm 和 --refuse 只能用一个。</translation>
    </message>
    <message>
        <source>--delay takes seconds from 0 to %1.</source>
        <translation>--delay 的取值为 0 到 %1 秒。</translation>
    </message>
    <message>
        <source>Either --vanish or --misbehave, not both.</source>
        <translation>--vanish 和 --misbehave 只能用一个。</translation>
    </message>
    <message>
        <source>“%1” is not known; there are %2.</source>
        <translation>无法识别“%1”；可用的是 %2。</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>A stand-in for the app on a phone: answers a code that BidSeal shows.</source>
        <translation>手机证书 App 的替身：应答标印显示的二维码。</translation>
    </message>
    <message>
        <source>The arguments are not understood (%1).</source>
        <translation>无法理解这些参数（%1）。</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on page %2</source>
        <translation>%1，第 %2 页</translation>
    </message>
    <message>
        <source>%1, issued by %2, valid until %3</source>
        <translation>%1，颁发者 %2，有效期至 %3</translation>
    </message>
    <message>
        <source>Relay: %1</source>
        <translation>中继服务器：%1</translation>
    </message>
    <message>
        <source>Computer: %1 (%2)</source>
        <translation>电脑：%1（%2）</translation>
    </message>
    <message>
        <source>This computer asks you for the first time. Go on only if you started this yourself, on the screen in front of you.</source>
        <translation>这台电脑第一次向您发起请求。只有这是您本人在面前的屏幕上发起的，才可继续。</translation>
    </message>
    <message>
        <source>Project: %1</source>
        <translation>项目：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) to sign:</source>
        <translation>
            <numerusform>要签章的文件共 %n 个：</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign with the certificate of %1? Type %2: </source>
        <translation>用 %1 的证书签章？请输入 %2：</translation>
    </message>
    <message>
        <source>Compare code: %1</source>
        <translation>比对码：%1</translation>
    </message>
    <message>
        <source>Does the screen in front of you, on which you started this, show the same code? Type %1: </source>
        <translation>您发起签章的、面前的屏幕显示的是相同的比对码吗？请输入 %1：</translation>
    </message>
    <message>
        <source>Password of the key file %1, to show its certificate: </source>
        <translation>密钥文件 %1 的密码（用于显示其证书）：</translation>
    </message>
    <message>
        <source>PIN of %1: </source>
        <translation>%1 的 PIN 码：</translation>
    </message>
</context>
<context>
    <name>PlaceChecks</name>
    <message>
        <source>less than 1 MB</source>
        <translation>不足 1 MB</translation>
    </message>
    <message>
        <source>Free space for the signed files</source>
        <translation>签章文件所需的磁盘空间</translation>
    </message>
    <message>
        <source>How much space is free in {folder} cannot be found out.</source>
        <translation>无法得知 {folder} 的剩余空间。</translation>
    </message>
    <message>
        <source>The signed files may not fit there.</source>
        <translation>那里可能放不下签章后的文件。</translation>
    </message>
    <message>
        <source>Check that the folder exists and that its disk is connected, or choose another folder.</source>
        <translation>请确认该文件夹存在且所在磁盘已连接，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{free} are free in {folder}; signing needs {needed}.</source>
        <translation>{folder} 剩余空间 {free}，签章需要 {needed}。</translation>
    </message>
    <message>
        <source>Signing would stop before the signed files are complete.</source>
        <translation>签章会在文件写完之前中断。</translation>
    </message>
    <message>
        <source>Delete what is no longer needed on that disk, or choose a folder on another one.</source>
        <translation>请删除该磁盘上不再需要的文件，或选择另一磁盘上的文件夹。</translation>
    </message>
    <message>
        <source>No folder for signed files is chosen yet.</source>
        <translation>尚未选择保存签章文件的文件夹。</translation>
    </message>
    <message>
        <source>The signed files cannot be saved there.</source>
        <translation>签章后的文件无法保存到那里。</translation>
    </message>
    <message>
        <source>Writing into the folder for signed files</source>
        <translation>保存文件夹可否写入</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>Create it or connect its disk, or choose another folder.</source>
        <translation>请新建该文件夹或连接其所在磁盘，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Files can be written, renamed and removed in {folder}.</source>
        <translation>可在 {folder} 中写入、重命名和删除文件。</translation>
    </message>
    <message>
        <source>The disk of {folder} is full.</source>
        <translation>{folder} 所在的磁盘已满。</translation>
    </message>
    <message>
        <source>Another program opens every new file in {folder} and holds on to it.</source>
        <translation>有其他程序会打开 {folder} 中的每个新文件并一直占用。</translation>
    </message>
    <message>
        <source>A signed file that is there already may not be replaceable.</source>
        <translation>那里已有的签章文件可能无法被替换。</translation>
    </message>
    <message>
        <source>Close the program that watches this folder, or choose another folder.</source>
        <translation>请关闭监视该文件夹的程序，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Files cannot be written in {folder}, or not be renamed there.</source>
        <translation>无法在 {folder} 中写入文件，或无法在那里重命名文件。</translation>
    </message>
    <message>
        <source>Choose a folder of your own, for example in your documents, or ask for the right to write there.</source>
        <translation>请选择自己的文件夹（例如“文档”），或申请该文件夹的写入权限。</translation>
    </message>
    <message>
        <source>Choose a folder on this computer&apos;s own disk, sign there, and move the signed files afterwards.</source>
        <translation>请选择本机磁盘上的文件夹，签章完成后再移动文件。</translation>
    </message>
    <message>
        <source>A copy of the bid leaves this computer before the bids are opened, and a file may be copied or locked while it is still being signed.</source>
        <translation>开标之前投标文件就会有副本离开本机；而且文件可能在签章过程中被复制或锁定。</translation>
    </message>
    <message>
        <source>The folder {folder} is synchronised with a cloud.</source>
        <translation>文件夹 {folder} 会同步到云端。</translation>
    </message>
    <message>
        <source>The folder {folder} seems to be synchronised with a cloud ({service}).</source>
        <translation>文件夹 {folder} 似乎会同步到云端（{service}）。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on another computer ({fileSystem}).</source>
        <translation>文件夹 {folder} 位于另一台电脑上（{fileSystem}）。</translation>
    </message>
    <message>
        <source>If the network fails while signing, the signed file is not complete or not there.</source>
        <translation>如果签章时网络中断，签章文件会不完整或丢失。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on a removable disk ({fileSystem}).</source>
        <translation>文件夹 {folder} 位于可移动磁盘上（{fileSystem}）。</translation>
    </message>
    <message>
        <source>If it is pulled out too early, the signed file is not complete or not there.</source>
        <translation>如果过早拔出，签章文件会不完整或丢失。</translation>
    </message>
    <message>
        <source>The folder {folder} lies on this computer&apos;s own disk ({fileSystem}).</source>
        <translation>文件夹 {folder} 位于本机磁盘上（{fileSystem}）。</translation>
    </message>
    <message>
        <source>Where the signed files will lie</source>
        <translation>签章文件的保存位置</translation>
    </message>
    <message>
        <source>On which disk {folder} lies cannot be found out.</source>
        <translation>无法得知 {folder} 位于哪个磁盘。</translation>
    </message>
    <message>
        <source>Whether the signed files will be safe there is not known.</source>
        <translation>无法确定签章文件放在那里是否稳妥。</translation>
    </message>
    <message>
        <source>Other people on this computer could read and exchange what programs, also the UKey&apos;s driver, put there while you sign.</source>
        <translation>在您签章时，本机的其他用户可以读取和替换各程序（包括 UKey 驱动）放在那里的内容。</translation>
    </message>
    <message>
        <source>Others may change what lies in the temporary folder {folder}, because of the rights of {where}.</source>
        <translation>由于 {where} 的权限设置，其他人可以更改临时文件夹 {folder} 中的内容。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to take away others&apos; right to write to {where}.</source>
        <translation>请电脑管理员取消其他人对 {where} 的写入权限。</translation>
    </message>
    <message>
        <source>Make {where} private: from then on only you can open and change it.</source>
        <translation>请将 {where} 设为仅本人可用：此后只有您能打开和更改它。</translation>
    </message>
    <message>
        <source>Only you and administrators may change what lies in {folder}.</source>
        <translation>只有您和管理员可以更改 {folder} 中的内容。</translation>
    </message>
    <message>
        <source>Everybody may use {folder}, and nobody may change another&apos;s files there.</source>
        <translation>所有用户都可使用 {folder}，但不能更改他人放在那里的文件。</translation>
    </message>
    <message>
        <source>The temporary folder {folder} is in another user&apos;s hands: {where} is theirs.</source>
        <translation>临时文件夹 {folder} 受其他用户控制：{where} 归其所有。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to set another temporary folder (TMPDIR, on Windows TEMP), then start BidSeal again.</source>
        <translation>请电脑管理员另设临时文件夹（TMPDIR，Windows 上为 TEMP），然后重新启动标印。</translation>
    </message>
    <message>
        <source>The temporary folder {folder} does not exist.</source>
        <translation>临时文件夹 {folder} 不存在。</translation>
    </message>
    <message>
        <source>Programs, also the UKey&apos;s driver, may fail while you sign.</source>
        <translation>签章时各程序（包括 UKey 驱动）可能出错。</translation>
    </message>
    <message>
        <source>Create it, or set another temporary folder (TMPDIR, on Windows TEMP), then start BidSeal again.</source>
        <translation>请新建该文件夹，或另设临时文件夹（TMPDIR，Windows 上为 TEMP），然后重新启动标印。</translation>
    </message>
    <message>
        <source>Who may change the temporary folder {folder} cannot be found out.</source>
        <translation>无法得知谁可以更改临时文件夹 {folder}。</translation>
    </message>
    <message>
        <source>Other people on this computer may be able to exchange what lies there.</source>
        <translation>本机的其他用户可能可以替换其中的内容。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer who may write to it.</source>
        <translation>请向电脑管理员了解谁有写入权限。</translation>
    </message>
    <message>
        <source>Temporary folder</source>
        <translation>临时文件夹</translation>
    </message>
</context>
<context>
    <name>PlacesInWords</name>
    <message>
        <source>%1, %2</source>
        <extracomment>two pages that follow each other
----------
one more page, or run of pages, behind those before</extracomment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <extracomment>from page to page</extracomment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>%1, %2 mm from left, %3 mm from top</source>
        <extracomment>%1 is &quot;page 3&quot; or &quot;pages 1–5&quot;</extracomment>
        <translation>%1，距左 %2 mm，距上 %3 mm</translation>
    </message>
    <message>
        <source>%1, %2 mm from right, %3 mm from top</source>
        <translation>%1，距右 %2 mm，距上 %3 mm</translation>
    </message>
    <message>
        <source>%1, %2 mm from left, %3 mm from bottom</source>
        <translation>%1，距左 %2 mm，距下 %3 mm</translation>
    </message>
    <message>
        <source>%1, %2 mm from right, %3 mm from bottom</source>
        <translation>%1，距右 %2 mm，距下 %3 mm</translation>
    </message>
    <message numerus="yes">
        <source>%1, left edge, %n seal(s)</source>
        <extracomment>a cross-page seal; %1 is &quot;pages 1–812&quot;</extracomment>
        <translation>
            <numerusform>%1，左边，%n 枚骑缝章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, right edge, %n seal(s)</source>
        <translation>
            <numerusform>%1，右边，%n 枚骑缝章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, top edge, %n seal(s)</source>
        <translation>
            <numerusform>%1，上边，%n 枚骑缝章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, bottom edge, %n seal(s)</source>
        <translation>
            <numerusform>%1，下边，%n 枚骑缝章</numerusform>
        </translation>
    </message>
    <message>
        <source>strip on %1</source>
        <extracomment>one strip of a cross-page seal that was moved by hand; %1 is &quot;page 3, 20 mm from left, …&quot;</extracomment>
        <translation>骑缝章的一条：%1</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>pages %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message numerus="yes">
        <source>pages %1 and %n more</source>
        <translation>
            <numerusform>第 %1 页及另外 %n 页</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at “%1”, %n place(s) on %2</source>
        <extracomment>%1 is a text of the document, %2 &quot;page 3&quot; or &quot;pages 3, 5&quot;</extracomment>
        <translation>
            <numerusform>“%1”处，共 %n 处，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>in the field “%1” on %2</source>
        <extracomment>a signature field of the document; %2 is &quot;page 3&quot;</extracomment>
        <translation>签名域“%1”，%2</translation>
    </message>
    <message>
        <source>Too large for %1</source>
        <extracomment>a seal; %1 is &quot;page 3&quot; or &quot;pages 3, 5&quot;</extracomment>
        <translation>%1放不下</translation>
    </message>
    <message>
        <source>Moved onto %1, over whose edge it reached</source>
        <translation>超出%1边缘，已移入页面</translation>
    </message>
    <message>
        <source>Reaches over the edge of %1</source>
        <translation>超出%1的边缘</translation>
    </message>
    <message>
        <source>Covers another seal on %1</source>
        <translation>在%1与另一枚印章重叠</translation>
    </message>
    <message>
        <source>Very narrow strips on %1</source>
        <translation>%1的骑缝条过窄</translation>
    </message>
</context>
<context>
    <name>PlanRow</name>
    <message>
        <source>Carries the signature</source>
        <translation>承载数字签名</translation>
    </message>
    <message numerus="yes">
        <source>All %n carry the signature</source>
        <translation>
            <numerusform>%n 处都承载数字签名</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s), covered by the signature</source>
        <translation>
            <numerusform>%n 处图像，受数字签名保护</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 carries the signature, %n picture(s) are covered by it</source>
        <extracomment>some of the marks of a row carry the signature</extracomment>
        <translation>
            <numerusform>%1 处承载数字签名，其余 %n 处为受其保护的图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramChecks</name>
    <message>
        <source>The address that tells the newest version does not begin with https.</source>
        <translation>最新版本的查询地址不是以 https 开头。</translation>
    </message>
    <message>
        <source>Whether this program is out of date is not known.</source>
        <translation>无法得知本程序是否已过时。</translation>
    </message>
    <message>
        <source>Ask whoever set up the policy of this computer to correct the address.</source>
        <translation>请本机检测策略的设置者更正该地址。</translation>
    </message>
    <message>
        <source>The server that tells the newest version did not answer as it should.</source>
        <translation>查询最新版本的服务器没有给出应有的应答。</translation>
    </message>
    <message>
        <source>Check the network, and run this check again.</source>
        <translation>请检查网络，然后重新检测。</translation>
    </message>
    <message>
        <source>What the server says about the newest version cannot be understood.</source>
        <translation>无法识别服务器给出的最新版本信息。</translation>
    </message>
    <message>
        <source>Tell whoever runs that server; until then compare the version with the one on the web page that you have this program from.</source>
        <translation>请告知该服务器的运营方；在此之前，请与下载本程序的网页上的版本核对。</translation>
    </message>
    <message>
        <source>This is version {own}; the newest is {newest}.</source>
        <translation>当前版本为 {own}，最新版本为 {newest}。</translation>
    </message>
    <message>
        <source>Newer versions mend errors and holes, and keep up with what platforms and phones expect.</source>
        <translation>新版本会修复错误和安全漏洞，并跟进交易平台和手机端的要求。</translation>
    </message>
    <message>
        <source>Get version {newest} from where you have this program from, and install it after this deadline.</source>
        <translation>请从原来的渠道获取 {newest} 版本，并在本次投标截止之后安装。</translation>
    </message>
    <message>
        <source>Open the page of version {newest}, and install it after this deadline.</source>
        <translation>请打开 {newest} 版本的页面，并在本次投标截止之后安装。</translation>
    </message>
    <message>
        <source>This is version {own}; there is no newer one.</source>
        <translation>当前版本为 {own}，没有更新的版本。</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>No source of the newest version is set up, so nobody was asked.</source>
        <translation>未设置最新版本的查询地址，因此没有查询。</translation>
    </message>
    <message>
        <source>This program does not know its own version.</source>
        <translation>本程序无法得知自身的版本。</translation>
    </message>
    <message>
        <source>Whether it is out of date is not known.</source>
        <translation>无法得知它是否已过时。</translation>
    </message>
    <message>
        <source>Install the program again from where you have it from.</source>
        <translation>请从原来的渠道重新安装本程序。</translation>
    </message>
    <message>
        <source>The policy in {path} is in force.</source>
        <translation>{path} 中的安全策略已生效。</translation>
    </message>
    <message>
        <source>The policy in {path} is ignored: others than an administrator may change it.</source>
        <translation>{path} 中的安全策略未被采用：管理员以外的人也能修改它。</translation>
    </message>
    <message>
        <source>What your company requires of this computer may not be checked.</source>
        <translation>本单位对这台电脑的安全要求可能没有得到检测。</translation>
    </message>
    <message>
        <source>Ask your administrator to put the policy in place again: the file and its folder must belong to an administrator, and nobody else may write to them.</source>
        <translation>请管理员重新部署策略文件：文件及其所在文件夹必须归管理员所有，其他人不得有写入权限。</translation>
    </message>
    <message>
        <source>The policy in {path} is ignored: it cannot be used ({problem}).</source>
        <translation>{path} 中的安全策略未被采用：文件无法使用（{problem}）。</translation>
    </message>
    <message>
        <source>Ask your administrator to correct the policy file.</source>
        <translation>请管理员更正策略文件。</translation>
    </message>
    <message>
        <source>Security policy</source>
        <translation>安全策略</translation>
    </message>
    <message>
        <source>The policy that comes with this program is in force.</source>
        <translation>本程序自带的安全策略已生效。</translation>
    </message>
    <message>
        <source>Nobody can tell what this program would sign: a file that was exchanged can show one document and sign another.</source>
        <translation>无法确定本程序实际会签什么：被替换的文件可以显示一份文件，却签署另一份。</translation>
    </message>
    <message>
        <source>Do not sign with it. Install BidSeal again from its official source, then check again.</source>
        <translation>请不要用它签章。请从官方渠道重新安装标印，然后重新检测。</translation>
    </message>
    <message>
        <source>Files of this program are not as they were released ({count}): {files}.</source>
        <translation>本程序有 {count} 个文件与发布时不一致：{files}。</translation>
    </message>
    <message>
        <source>Files of this program are missing ({count}): {files}.</source>
        <translation>本程序缺少 {count} 个文件：{files}。</translation>
    </message>
    <message>
        <source>Files of this program cannot be read ({count}): {files}.</source>
        <translation>本程序有 {count} 个文件无法读取：{files}。</translation>
    </message>
    <message>
        <source>Whether they are as they were released is not known.</source>
        <translation>无法确定它们是否与发布时一致。</translation>
    </message>
    <message>
        <source>Install BidSeal again from its official source, then check again.</source>
        <translation>请从官方渠道重新安装标印，然后重新检测。</translation>
    </message>
    <message>
        <source>This program&apos;s folder holds programs or libraries that did not come with it: {files}.</source>
        <translation>本程序的文件夹中有不属于本程序的程序或程序库：{files}。</translation>
    </message>
    <message>
        <source>They may be loaded together with it, and then see and do all that it does.</source>
        <translation>它们可能随本程序一起加载，从而看到并能做本程序所做的一切。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer to remove them, or install BidSeal again into an empty folder.</source>
        <translation>请电脑管理员将其移除，或将标印重新安装到一个空文件夹中。</translation>
    </message>
    <message>
        <source>All {count} files of this program are as they were released (version {version}). A program that checks itself cannot find out that it was replaced as a whole.</source>
        <translation>本程序的全部 {count} 个文件均与发布时一致（版本 {version}）。程序自我检测无法发现自身被整体替换。</translation>
    </message>
    <message>
        <source>Looking through this program&apos;s files was interrupted.</source>
        <translation>对本程序文件的检测被中断。</translation>
    </message>
    <message>
        <source>The signed list of this program&apos;s files is missing, or its signature is.</source>
        <translation>缺少本程序经签名的文件清单，或缺少其签名。</translation>
    </message>
    <message>
        <source>The list of this program&apos;s files was not signed by its makers, or was altered since.</source>
        <translation>本程序的文件清单并非由开发者签名，或签名后被改动过。</translation>
    </message>
    <message>
        <source>The list of this program&apos;s files cannot be used.</source>
        <translation>本程序的文件清单无法使用。</translation>
    </message>
    <message>
        <source>The program that runs is not on the list of released files.</source>
        <translation>正在运行的程序不在发布文件清单中。</translation>
    </message>
    <message>
        <source>The package manager could not say whether the files of the package {package} are unaltered.</source>
        <translation>软件包管理器无法说明软件包 {package} 的文件是否被改动。</translation>
    </message>
    <message>
        <source>Check again in a minute; if that does not help, send this report to support.</source>
        <translation>请稍后重新检测；如仍未解决，请将本报告发送给技术支持。</translation>
    </message>
    <message>
        <source>Files of the package {package} are not as it brought them ({count}): {files}.</source>
        <translation>软件包 {package} 有 {count} 个文件与安装时不一致：{files}。</translation>
    </message>
    <message>
        <source>All files are as the package {package} {version} brought them. A program that checks itself cannot find out that it was replaced as a whole.</source>
        <translation>全部文件均与软件包 {package} {version} 安装时一致。程序自我检测无法发现自身被整体替换。</translation>
    </message>
    <message>
        <source>This program&apos;s files</source>
        <translation>本程序的文件</translation>
    </message>
    <message>
        <source>This is a developer&apos;s build: no list of its files was signed, and no package brought it.</source>
        <translation>这是开发者自行构建的版本：没有经签名的文件清单，也不是由软件包安装的。</translation>
    </message>
    <message>
        <source>Other BidSeal programs</source>
        <translation>其他标印程序</translation>
    </message>
    <message>
        <source>The system does not say which programs are running.</source>
        <translation>系统未提供正在运行的程序列表。</translation>
    </message>
    <message>
        <source>Another BidSeal of yours is working with a UKey (process {processes}).</source>
        <translation>您的另一个标印程序正在使用 UKey（进程 {processes}）。</translation>
    </message>
    <message>
        <source>Two programs at one UKey disturb each other: one asks for a PIN while the other signs, and a signature may fail.</source>
        <translation>两个程序同时使用一个 UKey 会互相干扰：一个在询问 PIN 码时另一个正在签名，签名可能失败。</translation>
    </message>
    <message>
        <source>Close the other BidSeal, or wait until it is done, then check again.</source>
        <translation>请关闭另一个标印程序，或等它完成，然后重新检测。</translation>
    </message>
    <message>
        <source>Other BidSeal programs of yours are open ({count}); none of them works with a UKey.</source>
        <translation>您还打开了 {count} 个标印程序，均未使用 UKey。</translation>
    </message>
    <message>
        <source>No other BidSeal of yours is running.</source>
        <translation>您没有在运行其他标印程序。</translation>
    </message>
</context>
<context>
    <name>SealText</name>
    <message>
        <source>Company seal</source>
        <translation>公章</translation>
    </message>
    <message>
        <source>Legal representative&apos;s seal</source>
        <translation>法定代表人章</translation>
    </message>
    <message>
        <source>Contract seal</source>
        <translation>合同专用章</translation>
    </message>
    <message>
        <source>Finance seal</source>
        <translation>财务专用章</translation>
    </message>
    <message>
        <source>Date seal</source>
        <translation>日期章</translation>
    </message>
    <message>
        <source>Other seal</source>
        <translation>其他印章</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 毫米</translation>
    </message>
    <message>
        <source>Personal seal</source>
        <translation>个人私章</translation>
    </message>
    <message>
        <source>Invoice seal</source>
        <translation>发票专用章</translation>
    </message>
    <message>
        <source>Handwritten signature</source>
        <translation>手写签名</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>已于 %1 到期</translation>
    </message>
    <message>
        <source>Valid from %1</source>
        <translation>%1 起可用</translation>
    </message>
</context>
<context>
    <name>SigningFlow</name>
    <message>
        <source>%1 — carries the signature</source>
        <extracomment>What a PDF says of a seal: %1 is the seal&apos;s name.</extracomment>
        <translation>%1（承载电子签名）</translation>
    </message>
    <message>
        <source>%1 — picture, covered by the signature in field %2</source>
        <extracomment>What a PDF says of a seal: %1 is the seal&apos;s name, %2 the name of the signature field.</extracomment>
        <translation>%1（印章图片，由签名域“%2”中的电子签名覆盖）</translation>
    </message>
</context>
<context>
    <name>SystemChecks</name>
    <message>
        <source>This program was built for {architecture} and is run by an emulator here.</source>
        <translation>本程序为 {architecture} 处理器编译，在此由模拟器运行。</translation>
    </message>
    <message>
        <source>It is slower, and drivers of UKeys made for this computer&apos;s processor cannot be loaded.</source>
        <translation>运行较慢，并且无法加载为本机处理器编译的 UKey 驱动。</translation>
    </message>
    <message>
        <source>Install the version of BidSeal for this computer&apos;s processor.</source>
        <translation>请安装适用于本机处理器的标印版本。</translation>
    </message>
    <message>
        <source>This is the 32-bit version of the program on a 64-bit system.</source>
        <translation>当前是在 64 位系统上运行的 32 位程序。</translation>
    </message>
    <message>
        <source>64-bit drivers of UKeys cannot be loaded, and large documents may not fit into memory.</source>
        <translation>无法加载 64 位 UKey 驱动，较大的文件可能因内存不足而打不开。</translation>
    </message>
    <message>
        <source>Install the 64-bit version of BidSeal.</source>
        <translation>请安装 64 位版本的标印。</translation>
    </message>
    <message>
        <source>Program and system have 32 bits.</source>
        <translation>程序与系统均为 32 位。</translation>
    </message>
    <message>
        <source>Program and system have 64 bits ({architecture}).</source>
        <translation>程序与系统均为 64 位（{architecture}）。</translation>
    </message>
    <message>
        <source>Processor and program</source>
        <translation>处理器与程序</translation>
    </message>
    <message>
        <source>Security updates wait to be installed: {security}.</source>
        <translation>有 {security} 个安全更新等待安装。</translation>
    </message>
    <message>
        <source>They close holes that are publicly known. Signing works without them.</source>
        <translation>这些更新修补已公开的漏洞。不安装也可以签章。</translation>
    </message>
    <message>
        <source>Install the updates when no deadline is near, and restart the computer.</source>
        <translation>请在没有临近截止时间时安装更新，并重启电脑。</translation>
    </message>
    <message>
        <source>No security update waits to be installed.</source>
        <translation>没有等待安装的安全更新。</translation>
    </message>
    <message>
        <source>Updates are installed, but the system waits for a restart.</source>
        <translation>更新已安装，但系统需要重启才能生效。</translation>
    </message>
    <message>
        <source>Until then the old version goes on running, with the holes that were closed.</source>
        <translation>重启之前仍在运行旧版本，已修补的漏洞依然存在。</translation>
    </message>
    <message>
        <source>Save your work and restart the computer before signing, if the deadline allows it.</source>
        <translation>如时间允许，请保存工作并重启电脑后再签章。</translation>
    </message>
    <message>
        <source>This computer has never fetched the list of updates.</source>
        <translation>本机从未获取过更新列表。</translation>
    </message>
    <message>
        <source>Whether security updates are missing is not known.</source>
        <translation>无法得知是否缺少安全更新。</translation>
    </message>
    <message>
        <source>Have the system look for updates (Software or “apt update”), then check again.</source>
        <translation>请让系统检查更新（软件中心或“apt update”），然后重新检测。</translation>
    </message>
    <message>
        <source>The list of updates on this computer is old: it is from {listsFrom}.</source>
        <translation>本机的更新列表已过时，获取于 {listsFrom}。</translation>
    </message>
    <message>
        <source>Whether security updates have come out since then is not known.</source>
        <translation>无法得知此后是否发布了安全更新。</translation>
    </message>
    <message>
        <source>This system&apos;s package sources do not say which updates are for security.</source>
        <translation>本系统的软件源没有标明哪些是安全更新。</translation>
    </message>
    <message>
        <source>Install all updates that the system offers when no deadline is near.</source>
        <translation>请在没有临近截止时间时安装系统提供的全部更新。</translation>
    </message>
    <message>
        <source>The system&apos;s own updater did not say which updates are missing.</source>
        <translation>系统的更新程序没有答复缺少哪些更新。</translation>
    </message>
    <message>
        <source>Look for updates in the system&apos;s own settings.</source>
        <translation>请在系统设置中检查更新。</translation>
    </message>
    <message>
        <source>BidSeal does not know how to ask this system for its updates.</source>
        <translation>标印不了解如何向本系统查询更新。</translation>
    </message>
    <message>
        <source>Security updates</source>
        <translation>安全更新</translation>
    </message>
    <message>
        <source>{name} is no longer mended by its maker, since {until}.</source>
        <translation>{name} 自 {until} 起不再获得厂商的安全维护。</translation>
    </message>
    <message>
        <source>Holes found since then stay open, and programs that make use of them can reach the PIN and what is signed.</source>
        <translation>此后发现的漏洞不会再修补，利用漏洞的程序可能窃取 PIN 码或篡改所签内容。</translation>
    </message>
    <message>
        <source>Have the system upgraded to a newer version, or sign on a newer computer.</source>
        <translation>请将系统升级到新版本，或换用较新的电脑签章。</translation>
    </message>
    <message>
        <source>{name} is mended by its maker only until {until}.</source>
        <translation>{name} 的厂商安全维护只到 {until}。</translation>
    </message>
    <message>
        <source>After that day, holes stay open. Signing goes on working.</source>
        <translation>此日之后漏洞不再修补，签章功能不受影响。</translation>
    </message>
    <message>
        <source>Plan the upgrade to a newer version before that day.</source>
        <translation>请在此日之前安排升级到新版本。</translation>
    </message>
    <message>
        <source>{name} is mended by its maker until {until}.</source>
        <translation>{name} 的厂商安全维护到 {until}。</translation>
    </message>
    <message>
        <source>How long {name} is mended by its maker is not known here.</source>
        <translation>无法得知 {name} 的厂商安全维护到何时。</translation>
    </message>
    <message>
        <source>That is no reason for worry: only systems on BidSeal&apos;s list can be judged.</source>
        <translation>不必担心：标印只能判断列表中的系统。</translation>
    </message>
    <message>
        <source>Ask whoever looks after this computer whether the system still gets security updates.</source>
        <translation>请向电脑管理员确认该系统是否仍能获得安全更新。</translation>
    </message>
    <message>
        <source>Version of the operating system</source>
        <translation>操作系统版本</translation>
    </message>
    <message>
        <source>The system does not say which one it is.</source>
        <translation>系统没有说明自己的名称和版本。</translation>
    </message>
    <message>
        <source>Whether its maker still mends it is not known.</source>
        <translation>无法得知厂商是否仍在维护该系统。</translation>
    </message>
    <message>
        <source>Signing works here. A UKey has to be passed through to this system by the program that runs it.</source>
        <translation>可以在此签章。使用 UKey 时，须由运行本系统的程序把 UKey 直通到本系统。</translation>
    </message>
    <message>
        <source>This program runs in {layer} on another system.</source>
        <translation>本程序通过 {layer} 运行在其他系统上。</translation>
    </message>
    <message>
        <source>This system runs in a container ({container}).</source>
        <translation>本系统运行在容器中（{container}）。</translation>
    </message>
    <message>
        <source>This system runs in a virtual machine ({product}).</source>
        <translation>本系统运行在虚拟机中（{product}）。</translation>
    </message>
    <message>
        <source>This system runs in a container ({container}) in a virtual machine ({product}).</source>
        <translation>本系统运行在虚拟机（{product}）内的容器（{container}）中。</translation>
    </message>
    <message>
        <source>Neither firmware nor processor say whether this is a virtual machine.</source>
        <translation>固件和处理器都没有说明这里是否为虚拟机。</translation>
    </message>
    <message>
        <source>Virtual machine or container</source>
        <translation>虚拟机与容器</translation>
    </message>
    <message>
        <source>There is no sign of a virtual machine or a container.</source>
        <translation>没有发现虚拟机或容器的迹象。</translation>
    </message>
    <message>
        <source>Make sure in Windows Security that this protection is on, unless a product that does not register there provides it.</source>
        <translation>请在“Windows 安全中心”中确认该项防护已开启；如使用未在其中登记的产品，请确认该产品已开启。</translation>
    </message>
    <message>
        <source>An antivirus keeps out programs that read the PIN or change what is signed. Signing works without it.</source>
        <translation>防病毒软件可阻止窃取 PIN 码或篡改所签内容的程序。未开启也可以签章。</translation>
    </message>
    <message>
        <source>A firewall keeps out whoever attacks this computer over the network. Signing works without it.</source>
        <translation>防火墙可阻止来自网络的攻击。未开启也可以签章。</translation>
    </message>
    <message>
        <source>Windows Security reports that the antivirus is on.</source>
        <translation>Windows 安全中心报告：防病毒软件已开启。</translation>
    </message>
    <message>
        <source>Windows Security reports that the antivirus is paused.</source>
        <translation>Windows 安全中心报告：防病毒软件已暂停。</translation>
    </message>
    <message>
        <source>Windows Security reports that the antivirus is off, out of date or in need of attention.</source>
        <translation>Windows 安全中心报告：防病毒软件未开启、已过期或需要处理。</translation>
    </message>
    <message>
        <source>Windows Security does not say whether an antivirus is on.</source>
        <translation>Windows 安全中心没有说明防病毒软件是否已开启。</translation>
    </message>
    <message>
        <source>Windows Security reports that the firewall is on.</source>
        <translation>Windows 安全中心报告：防火墙已开启。</translation>
    </message>
    <message>
        <source>Windows Security reports that the firewall is paused.</source>
        <translation>Windows 安全中心报告：防火墙已暂停。</translation>
    </message>
    <message>
        <source>Windows Security reports that the firewall is off or in need of attention.</source>
        <translation>Windows 安全中心报告：防火墙未开启或需要处理。</translation>
    </message>
    <message>
        <source>Windows Security does not say whether a firewall is on.</source>
        <translation>Windows 安全中心没有说明防火墙是否已开启。</translation>
    </message>
    <message>
        <source>This system has no Security Center to ask.</source>
        <translation>本系统没有可供查询的安全中心。</translation>
    </message>
    <message>
        <source>Windows Security reports that antivirus and firewall are on.</source>
        <translation>Windows 安全中心报告：防病毒软件和防火墙均已开启。</translation>
    </message>
    <message>
        <source>Antivirus and firewall</source>
        <translation>防病毒与防火墙</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>an unknown signer</source>
        <translation>未知签署者</translation>
    </message>
    <message>
        <source>No time is stated</source>
        <translation>没有声明时间</translation>
    </message>
    <message>
        <source>%1 (claimed by the signer&apos;s computer)</source>
        <translation>%1（由签署者的电脑声明）</translation>
    </message>
    <message>
        <source>This file carries no signature.</source>
        <translation>此文件没有签名。</translation>
    </message>
    <message>
        <source>Do not trust this file: it was changed after it was signed.</source>
        <translation>请勿信任此文件：签署后被改动过。</translation>
    </message>
    <message>
        <source>Signed in the name of %1. Ask the sender for the original file.</source>
        <translation>以“%1”名义签署。请向发送方索取原文件。</translation>
    </message>
    <message>
        <source>It cannot be decided whether this file is unchanged.</source>
        <translation>无法判断此文件是否被改动。</translation>
    </message>
    <message>
        <source>A signature in it uses a form that this program does not know. Details are under Signatures.</source>
        <translation>其中有本程序不认识的签名格式。详情见“签名”页。</translation>
    </message>
    <message>
        <source>Something was added to this file after the last signature.</source>
        <translation>最后一次签名之后，此文件又添加了内容。</translation>
    </message>
    <message>
        <source>What %1 signed is unchanged, but the file shows more than that. Ask the sender what was added.</source>
        <translation>%1 签署的内容未被改动，但文件显示的内容多于签署的内容。请向发送方询问添加了什么。</translation>
    </message>
    <message>
        <source>Unchanged since signing: %1</source>
        <translation>签署后未被改动：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) · Who signed has not been checked · Time claimed by the signer&apos;s computer</source>
        <translation>
            <numerusform>%n 个签名 · 签署者身份尚未核实 · 时间由签署者的电脑声明</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>签署后被改动</translation>
    </message>
    <message>
        <source>The file is not what was signed. Do not trust it.</source>
        <translation>文件已不是签署时的内容，请勿信任。</translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation>无法判断</translation>
    </message>
    <message>
        <source>This form of signature is not known to this program.</source>
        <translation>本程序不认识这种签名格式。</translation>
    </message>
    <message>
        <source>The signature does not say clearly which part of the file it covers.</source>
        <translation>签名没有清楚说明它覆盖文件的哪一部分。</translation>
    </message>
    <message>
        <source>Unchanged since signing</source>
        <translation>签署后未被改动</translation>
    </message>
    <message>
        <source>The file was continued after this signature. Who signed has not been checked.</source>
        <translation>此签名之后文件有后续内容。签署者身份尚未核实。</translation>
    </message>
    <message>
        <source>Covers the whole file. Who signed has not been checked.</source>
        <translation>覆盖整个文件。签署者身份尚未核实。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The certificate belongs to %1, but the seals were enrolled for %2. Type %3 to sign with it: </source>
        <translation>证书属于 %1，而印章的持有人是 %2。如要用它签章，请输入 %3：</translation>
    </message>
</context>
<context>
    <name>bidseal::document::DocumentView</name>
    <message>
        <source>page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Where a seal stands, its size and how far it is turned: &quot;seal 公章, page 3, …, 42 mm, turned by 15°&quot;</extracomment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2, turned by %3°</source>
        <translation>%1，%2，旋转 %3°</translation>
    </message>
    <message>
        <source>The seal is larger than this page.</source>
        <translation>印章比页面大。</translation>
    </message>
    <message>
        <source>Seal %1 was taken off the page.</source>
        <translation>已从页面上移除印章“%1”。</translation>
    </message>
    <message>
        <source>Copy to pages…</source>
        <translation>复制到其他页…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>page %1: %2 mm from left, %3 mm from top</source>
        <translation>第 %1 页：距左 %2 毫米，距上 %3 毫米</translation>
    </message>
    <message>
        <source>A seal can only be put on a page.</source>
        <translation>印章只能放在页面上。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>Where a seal stands, and what to know about it: &quot;seal 公章, page 3, …, 42 mm. It covers seal 法定代表人章.&quot;</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>It covers seal %1.</source>
        <translation>盖住了印章“%1”。</translation>
    </message>
    <message>
        <source>Place and size…</source>
        <translation>位置和大小…</translation>
    </message>
    <message>
        <source>Line up with the seal placed before</source>
        <translation>与前一枚印章对齐</translation>
    </message>
    <message>
        <source>It would reach over the page&apos;s edge and is held on the page.</source>
        <translation>印章会超出页边，已留在页内。</translation>
    </message>
</context>
<context>
    <name>bidseal::document::MarkFields</name>
    <message>
        <source>Place and size of the selected seal</source>
        <translation>选中印章的位置和大小</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>页(&amp;P)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;Turned by</source>
        <translation>旋转(&amp;T)</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Centre from &amp;left</source>
        <translation>中心距左(&amp;L)</translation>
    </message>
    <message>
        <source>Centre from t&amp;op</source>
        <translation>中心距上(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>高(&amp;H)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>bidseal::document::MarkList</name>
    <message>
        <source>Place seal</source>
        <translation>放置印章</translation>
    </message>
    <message>
        <source>Copy seal to pages</source>
        <translation>复制印章到其他页</translation>
    </message>
    <message>
        <source>Resize seal</source>
        <translation>调整印章大小</translation>
    </message>
    <message>
        <source>Rotate seal</source>
        <translation>旋转印章</translation>
    </message>
    <message>
        <source>Move seal</source>
        <translation>移动印章</translation>
    </message>
    <message>
        <source>seal %1, page %2, %3 mm from left, %4 mm from top</source>
        <translation>印章“%1”，第 %2 页，距左 %3 毫米，距上 %4 毫米</translation>
    </message>
    <message numerus="yes">
        <source>Place %n seal(s)</source>
        <translation>
            <numerusform>放置 %n 个印章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n seal(s)</source>
        <translation>
            <numerusform>删除 %n 个印章</numerusform>
        </translation>
    </message>
    <message>
        <source>strip of seal %1, page %2, %3 mm from left, %4 mm from top</source>
        <extracomment>A strip of a cross-page seal (骑缝章)</extracomment>
        <translation>骑缝章“%1”的一条，第 %2 页，距左 %3 毫米，距上 %4 毫米</translation>
    </message>
</context>
<context>
    <name>bidseal::document::MarkToolStrip</name>
    <message>
        <source>Selected seal</source>
        <translation>选中的印章</translation>
    </message>
    <message>
        <source>Copy to pages…</source>
        <translation>复制到其他页…</translation>
    </message>
    <message>
        <source>Put the same seal in the same place on other pages</source>
        <translation>把同一印章放到其他页的相同位置</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Take this seal off the page (Delete)</source>
        <translation>从页面上移除此印章（Delete）</translation>
    </message>
    <message>
        <source>Place…</source>
        <translation>位置…</translation>
    </message>
    <message>
        <source>Enter place and size in millimetres (F2)</source>
        <translation>按毫米填写位置和大小（F2）</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Line up with the seal that was placed before on this page</source>
        <translation>与本页前一枚印章对齐</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Centres, one below the other</source>
        <translation>左右居中</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Upper edges</source>
        <translation>上对齐</translation>
    </message>
    <message>
        <source>Centres, side by side</source>
        <translation>上下居中</translation>
    </message>
    <message>
        <source>Lower edges</source>
        <translation>下对齐</translation>
    </message>
</context>
<context>
    <name>bidseal::document::SearchBar</name>
    <message>
        <source>Find text</source>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <translation>%1 / %2…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>bidseal::document::ThumbnailList</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>bidseal::document::ThumbnailModel</name>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>page %1, seals: %2</source>
        <translation>第 %1 页，印章：%2</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::CheckGroup</name>
    <message>
        <source>Checking…</source>
        <translation>正在检测…</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n 项需要留意</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n 项通过</numerusform>
        </translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show every check of this group</source>
        <translation>显示本组全部检测项</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::CheckRow</name>
    <message>
        <source>Open page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Open settings</source>
        <translation>打开设置</translation>
    </message>
    <message>
        <source>Make private</source>
        <translation>设为仅本人可用</translation>
    </message>
    <message>
        <source>Add driver…</source>
        <translation>添加驱动…</translation>
    </message>
    <message>
        <source>Choose relay…</source>
        <translation>选择中继…</translation>
    </message>
    <message>
        <source>Nobody can sign while this is so.</source>
        <translation>此问题解决前无法签章。</translation>
    </message>
    <message>
        <source>Before you sign you are asked whether to go on all the same.</source>
        <translation>签章前会询问您是否仍要继续。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检测…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Check again: %1</source>
        <translation>重新检测：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::KeyTrialArea</name>
    <message>
        <source>Try the key…</source>
        <translation>试签 UKey…</translation>
    </message>
    <message>
        <source>Signs a short text that has no legal meaning, and checks the signature. The PIN is sent to the key once.</source>
        <translation>用 UKey 对一段不具法律效力的文字进行签名并校验。PIN 码只会向 UKey 发送一次。</translation>
    </message>
    <message>
        <source>Key to try</source>
        <translation>要试签的 UKey</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Sign the test text</source>
        <translation>试签</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One last try is left before the PIN is locked. A trial does not use it.</source>
        <translation>PIN 码只剩最后一次尝试机会，试签不会使用它。</translation>
    </message>
    <message>
        <source>The PIN is locked. Whoever issued the key can unlock it.</source>
        <translation>PIN 码已锁定，请联系 UKey 的发放机构解锁。</translation>
    </message>
    <message>
        <source>The key is signing. If it has a button or a light that blinks, press it now.</source>
        <translation>UKey 正在签名。如果 UKey 上有按键或指示灯闪烁，请立即按下。</translation>
    </message>
    <message>
        <source>A signature is under way. Try the key when it is done.</source>
        <translation>正在签章，请在完成后再试签。</translation>
    </message>
    <message>
        <source>No key is plugged in. Plug it in; it appears here by itself.</source>
        <translation>未插入 UKey。插入后会自动显示在这里。</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>正在查找 UKey…</translation>
    </message>
    <message>
        <source>The PIN is entered on the key itself.</source>
        <translation>请在 UKey 自带的键盘上输入 PIN 码。</translation>
    </message>
    <message>
        <source>Trial signature</source>
        <translation>试签</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::Remedies</name>
    <message>
        <source>This system could not open the page.</source>
        <translation>系统无法打开该页面。</translation>
    </message>
    <message>
        <source>Open it yourself: %1</source>
        <translation>请自行打开：%1</translation>
    </message>
    <message>
        <source>The folder could not be made private.</source>
        <translation>无法将该文件夹设为仅本人可用。</translation>
    </message>
    <message>
        <source>Only its owner can do that, and not where others keep files. Ask whoever administers this computer to change who may use %1.</source>
        <translation>只有文件夹的所有者才能设置，且其中不能有他人的文件。请联系本机管理员更改 %1 的使用权限。</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::ReportDialog</name>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>A page to read and to print (HTML)</source>
        <translation>供阅读和打印的网页（HTML）</translation>
    </message>
    <message>
        <source>Data for a support desk&apos;s programs (JSON)</source>
        <translation>供技术支持程序使用的数据（JSON）</translation>
    </message>
    <message>
        <source>With names, folders and serial numbers</source>
        <translation>包含名称、文件夹和序列号</translation>
    </message>
    <message>
        <source>Only for people you trust. Otherwise everything that names a person, a company, this computer or a folder is left out.</source>
        <translation>仅限交给可信任的人。不勾选时，报告中不会出现人员、单位、本机和文件夹的名称。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The report says what every check found, what that means and what to do. A support desk can go by it.</source>
        <translation>报告列出每项检测的结果、含义和处理办法，可提供给技术支持人员参考。</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::SelfCheckModel</name>
    <message>
        <source>Looking whether this computer is fit to sign on…</source>
        <translation>正在检测本机是否适合签章…</translation>
    </message>
</context>
<context>
    <name>bidseal::environment::SelfCheckPage</name>
    <message>
        <source>BidSeal self-check %1</source>
        <translation>标印安全环境检测 %1</translation>
    </message>
    <message>
        <source>Security self-check</source>
        <translation>安全环境检测</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (%1)</source>
        <translation>返回（%1）</translation>
    </message>
    <message>
        <source>A program that checks itself cannot find out that it was replaced as a whole.</source>
        <translation>程序自我检测无法发现自身被整体替换的情况。</translation>
    </message>
    <message>
        <source>Checks done</source>
        <translation>已完成的检测项</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>全面检测</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>保存报告…</translation>
    </message>
    <message>
        <source>%1 of %2 checks done</source>
        <translation>已完成 %1 / %2 项检测</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>Everything was checked at %1.</source>
        <translation>已于 %1 完成全面检测。</translation>
    </message>
    <message>
        <source>What must be well before you sign was checked at %1.</source>
        <translation>已于 %1 检测签章前必须通过的项目。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) stand(s) in the way of signing</source>
        <translation>
            <numerusform>%n 项问题妨碍签章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need(s) attention</source>
        <translation>
            <numerusform>%n 项需要留意</numerusform>
        </translation>
    </message>
    <message>
        <source>Go to this check</source>
        <translation>转到该检测项</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>JSON data (*.json)</source>
        <translation>JSON 数据 (*.json)</translation>
    </message>
    <message>
        <source>HTML page (*.html)</source>
        <translation>HTML 网页 (*.html)</translation>
    </message>
    <message>
        <source>The report is saved as %1.</source>
        <translation>报告已保存为 %1。</translation>
    </message>
    <message>
        <source>It names people, companies, folders and serial numbers. Give it only to people you trust.</source>
        <translation>报告中含有人员、单位、文件夹名称和序列号，请只交给可信任的人。</translation>
    </message>
    <message>
        <source>Names, folders and serial numbers are left out.</source>
        <translation>报告中不含名称、文件夹和序列号。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>bidseal::mobile::CompareCode</name>
    <message>
        <source>Compare code: %1</source>
        <translation>比对码：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::mobile::PhonePage</name>
    <message>
        <source>Signing with the phone</source>
        <translation>正在用手机签章</translation>
    </message>
    <message>
        <source>Sign with the phone</source>
        <translation>扫码签章</translation>
    </message>
    <message>
        <source>Progress of this step</source>
        <translation>此步骤的进度</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>显示新二维码</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Scan the code with your certificate app</source>
        <translation>用证书 App 扫描二维码</translation>
    </message>
    <message>
        <source>Choose the certificate on the phone</source>
        <translation>在手机上选择证书</translation>
    </message>
    <message>
        <source>Compare the figures on both screens</source>
        <translation>核对两边屏幕上的比对码</translation>
    </message>
    <message>
        <source>Confirm on the phone with your PIN</source>
        <translation>在手机上确认并输入 PIN 码</translation>
    </message>
    <message>
        <source>The network is interrupted.</source>
        <translation>网络中断。</translation>
    </message>
    <message>
        <source>It goes on by itself as soon as the relay can be reached again. Nothing is lost.</source>
        <translation>重新连上中继服务器后会自动继续，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Through the relay %1</source>
        <translation>经中继服务器 %1</translation>
    </message>
    <message>
        <source>if the phone has no camera. Send it to nobody.</source>
        <translation>用于没有摄像头的手机。请勿发给任何人。</translation>
    </message>
    <message>
        <source>Copied. Whoever has this link can take your place: send it to nobody.</source>
        <translation>已复制。得到链接的人可以冒充您：请勿发给任何人。</translation>
    </message>
    <message>
        <source>Waiting for your phone</source>
        <translation>等待手机扫码</translation>
    </message>
    <message>
        <source>Scanned by %1</source>
        <translation>已由 %1 扫码</translation>
    </message>
    <message>
        <source>Certificate: %1</source>
        <translation>证书：%1</translation>
    </message>
    <message>
        <source>Asking the relay for a code</source>
        <translation>正在获取二维码</translation>
    </message>
    <message>
        <source>The code has run out</source>
        <translation>二维码已过期</translation>
    </message>
    <message>
        <source>Nobody has scanned it in time. Nothing was signed.</source>
        <translation>没有人及时扫码。没有签章。</translation>
    </message>
    <message>
        <source>The phone shows what is to be signed</source>
        <translation>手机正在显示待签文件</translation>
    </message>
    <message>
        <source>Its owner reads it and chooses a certificate.</source>
        <translation>请在手机上查看并选择证书。</translation>
    </message>
    <message>
        <source>Its owner reads it in %1 and chooses a certificate.</source>
        <translation>请在手机的 %1 中查看并选择证书。</translation>
    </message>
    <message>
        <source>The seals are being placed</source>
        <translation>正在加盖印章</translation>
    </message>
    <message>
        <source>The phone waits for it.</source>
        <translation>手机正在等待。</translation>
    </message>
    <message>
        <source>Does the phone show the same figures?</source>
        <translation>手机显示的比对码相同吗？</translation>
    </message>
    <message>
        <source>If so, confirm there. If not, decline there: another computer may be asking.</source>
        <translation>相同，请在手机上确认；不同，请在手机上拒绝：可能是另一台电脑在请求。</translation>
    </message>
    <message>
        <source>Confirmed on the phone</source>
        <translation>手机已确认</translation>
    </message>
    <message>
        <source>This code is valid for %1</source>
        <translation>二维码有效时间 %1</translation>
    </message>
    <message>
        <source>Time left for the phone: %1</source>
        <translation>手机操作剩余时间 %1</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Your file stays as it was.</source>
        <translation>您的文件保持原样。</translation>
    </message>
</context>
<context>
    <name>bidseal::mobile::QrView</name>
    <message>
        <source>QR code for your certificate app</source>
        <translation>供证书 App 扫描的二维码</translation>
    </message>
</context>
<context>
    <name>bidseal::mobile::RelaysDialog</name>
    <message>
        <source>Relays</source>
        <translation>中继服务器</translation>
    </message>
    <message>
        <source>A relay carries messages between this computer and your phone. It cannot read them. The platform that you bid on tells you its address.</source>
        <translation>中继服务器在本机与手机之间传递消息，无法读取其内容。地址由投标平台提供。</translation>
    </message>
    <message>
        <source>Use this relay</source>
        <translation>使用此中继服务器</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>such as the platform&apos;s name</source>
        <translation>例如平台名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Authority&apos;s certificate</source>
        <translation>颁发机构证书</translation>
    </message>
    <message>
        <source>the system&apos;s authorities</source>
        <translation>使用系统信任的机构</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the authority&apos;s certificate</source>
        <translation>选择颁发机构证书</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Authority&apos;s &amp;certificate (PEM), only where the platform gives one</source>
        <translation>颁发机构证书（PEM），仅在平台提供时填写(&amp;C)</translation>
    </message>
    <message>
        <source>New relay</source>
        <translation>新中继服务器</translation>
    </message>
    <message>
        <source>Installed with the program; it cannot be changed here.</source>
        <translation>随程序预置，不能在此更改。</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>正在询问 %1…</translation>
    </message>
    <message>
        <source>The relay answers, and its certificate is trusted.</source>
        <translation>中继服务器可用，证书受信任。</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::CopyToPagesDialog</name>
    <message>
        <source>Copy to pages</source>
        <translation>复制到其他页</translation>
    </message>
    <message>
        <source>Put %1 in the same place on:</source>
        <translation>把“%1”放到以下页面的相同位置：</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies to be placed: %1</source>
        <translation>将放置的数量：%1</translation>
    </message>
    <message>
        <source>The seal is on this page already. Choose other pages.</source>
        <translation>印章已在此页。请选择其他页。</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::KeywordDialog</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>for example 投标人（盖章）</source>
        <translation>例如：投标人（盖章）</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>文字(&amp;T)</translation>
    </message>
    <message>
        <source>Where it is found</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Everywhere it is found</source>
        <translation>每一处</translation>
    </message>
    <message>
        <source>Where it is found first</source>
        <translation>第一处</translation>
    </message>
    <message>
        <source>Where it is found last</source>
        <translation>最后一处</translation>
    </message>
    <message>
        <source>One of the places</source>
        <translation>其中一处</translation>
    </message>
    <message>
        <source>&amp;Where</source>
        <translation>位置(&amp;W)</translation>
    </message>
    <message>
        <source>Which of the places</source>
        <translation>第几处</translation>
    </message>
    <message>
        <source>number </source>
        <extracomment>Before the number of a place where a text was found</extracomment>
        <translation>第几处：</translation>
    </message>
    <message>
        <source>Moved to the &amp;right by (negative: left)</source>
        <translation>向右移(&amp;R)（负数为向左）</translation>
    </message>
    <message>
        <source>Moved &amp;down by (negative: up)</source>
        <translation>向下移(&amp;D)（负数为向上）</translation>
    </message>
    <message>
        <source>Searched &amp;pages</source>
        <translation>查找范围(&amp;P)</translation>
    </message>
    <message>
        <source>Place at a text</source>
        <translation>关键字定位</translation>
    </message>
    <message>
        <source>Puts the middle of %1 on the middle of a text, wherever it stands in the document.</source>
        <translation>文件中哪里有这段文字，就把“%1”的中心盖在文字的中心。</translation>
    </message>
    <message>
        <source>Type a text as it stands in the document. Pages that are pictures have none.</source>
        <translation>请输入文件中的一段文字。图片页没有文字。</translation>
    </message>
    <message>
        <source>Found: %1 · pages: %2 · seals: %3</source>
        <translation>找到：%1 处 · 页：%2 · 印章：%3</translation>
    </message>
    <message numerus="yes">
        <source>It is found %n time(s) only.</source>
        <translation>
            <numerusform>只找到 %n 处。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a smaller number.</source>
        <translation>请填写较小的序号。</translation>
    </message>
    <message>
        <source>“%1” is not on these pages.</source>
        <translation>这些页中没有“%1”。</translation>
    </message>
    <message>
        <source>Compare it with the document letter by letter, search all pages, or place the seal by hand. A scanned page is a picture and has no text.</source>
        <translation>请与文件逐字核对，或在所有页中查找，或手动放置印章。扫描页是图片，没有文字。</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::PagePreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>page %1 (seal %2 of %3)</source>
        <translation>第 %1 页（第 %2 个印章，共 %3 个）</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::PageSetField</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>All pages (1–%1)</source>
        <translation>所有页（1–%1）</translation>
    </message>
    <message>
        <source>Odd pages</source>
        <translation>奇数页</translation>
    </message>
    <message>
        <source>Even pages</source>
        <translation>偶数页</translation>
    </message>
    <message>
        <source>These pages</source>
        <translation>指定页</translation>
    </message>
    <message>
        <source>Page numbers</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>for example 1-3,5,8-</source>
        <translation>例如 1-3,5,8-</translation>
    </message>
    <message>
        <source>Write page numbers from 1 to %1, such as 1-3,5 or 8- (from 8 to the end) or r2- (the last two).</source>
        <translation>请写 1 到 %1 的页码，例如 1-3,5，或 8-（从第 8 页到末页），或 r2-（最后两页）。</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::PagesDialog</name>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>Measured from</source>
        <translation>测量起点</translation>
    </message>
    <message>
        <source>Lower right corner</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Lower left corner</source>
        <translation>左下角</translation>
    </message>
    <message>
        <source>Upper right corner</source>
        <translation>右上角</translation>
    </message>
    <message>
        <source>Upper left corner</source>
        <translation>左上角</translation>
    </message>
    <message>
        <source>Measured &amp;from</source>
        <translation>测量起点(&amp;F)</translation>
    </message>
    <message>
        <source>Middle of the seal from the &amp;right edge</source>
        <translation>印章中心距右边(&amp;R)</translation>
    </message>
    <message>
        <source>Middle of the seal from the &amp;lower edge</source>
        <translation>印章中心距下边(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Turned by</source>
        <translation>旋转(&amp;T)</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Place on pages</source>
        <translation>多页签章</translation>
    </message>
    <message>
        <source>Puts %1 in the same place on many pages, whatever their sizes.</source>
        <translation>把“%1”放在多页的相同位置，页面大小可以不同。</translation>
    </message>
    <message>
        <source>Middle of the seal from the &amp;left edge</source>
        <translation>印章中心距左边(&amp;L)</translation>
    </message>
    <message>
        <source>Middle of the seal from the &amp;upper edge</source>
        <translation>印章中心距上边(&amp;U)</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::Placer</name>
    <message>
        <source>A cross-page seal needs at least two pages; this document has one.</source>
        <translation>骑缝章至少需要两页，本文件只有一页。</translation>
    </message>
    <message>
        <source>Pages too small for this seal, left out: %1</source>
        <translation>页面小于印章而跳过的页数：%1</translation>
    </message>
    <message>
        <source>Apply sealing plan</source>
        <translation>套用签章方案</translation>
    </message>
    <message>
        <source>Apply sealing plan %1</source>
        <translation>套用签章方案“%1”</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::PlacingDialog</name>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Looking through the document …</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Seals: %1 · pages: %2</source>
        <translation>印章：%1 · 页：%2</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::PreviewSteps</name>
    <message>
        <source>Previous seal</source>
        <translation>上一枚印章</translation>
    </message>
    <message>
        <source>Next seal</source>
        <translation>下一枚印章</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::SeamDialog</name>
    <message>
        <source>Edge</source>
        <translation>边</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>右边</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左边</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>上边</translation>
    </message>
    <message>
        <source>Lower edge</source>
        <translation>下边</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>骑缝位置(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页面(&amp;P)</translation>
    </message>
    <message>
        <source>Printed on &amp;both sides of a sheet</source>
        <translation>双面打印(&amp;B)</translation>
    </message>
    <message>
        <source>Pages to a seal</source>
        <translation>每枚印章的页数</translation>
    </message>
    <message>
        <source>as many as can be recognised</source>
        <extracomment>How many pages share one cross-page seal</extracomment>
        <translation>自动（以能辨认为准）</translation>
    </message>
    <message>
        <source>Pages to a &amp;seal</source>
        <translation>每枚印章的页数(&amp;S)</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>切分方式</translation>
    </message>
    <message>
        <source>All equally wide</source>
        <translation>等宽</translation>
    </message>
    <message>
        <source>Widths by chance, hard to imitate</source>
        <translation>随机宽度，不易仿造</translation>
    </message>
    <message>
        <source>S&amp;trips</source>
        <translation>切分方式(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Moved along the edge, down or right</source>
        <translation>沿边移动(&amp;M)，向下或向右为正</translation>
    </message>
    <message>
        <source>Place along the seam</source>
        <translation>骑缝章</translation>
    </message>
    <message>
        <source>Cuts %1 into strips, one for each page. Fanned out, the pages show the whole seal again.</source>
        <translation>把“%1”切成条，每页一条；各页错开展开时，又拼成完整的印章。</translation>
    </message>
    <message>
        <source>A cross-page seal needs at least two pages.</source>
        <translation>骑缝章至少需要两页。</translation>
    </message>
    <message>
        <source>Seals: %1 · strips: %2 · the narrowest: %3 mm</source>
        <translation>印章：%1 · 切条：%2 · 最窄：%3 毫米</translation>
    </message>
</context>
<context>
    <name>bidseal::placing::SeamPreview</name>
    <message>
        <source>Preview of the fanned pages</source>
        <translation>各页展开的预览</translation>
    </message>
    <message>
        <source>seal %1 of %2, from page %3</source>
        <translation>第 %1 枚印章，共 %2 枚，从第 %3 页起</translation>
    </message>
</context>
<context>
    <name>bidseal::plan::ChecklistPanel</name>
    <message numerus="yes">
        <source>%1 of %n still missing</source>
        <extracomment>of what a checklist asks for</extracomment>
        <translation>
            <numerusform>%n 项中还缺 %1 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is missing, but %1 of %n cannot be told</source>
        <translation>
            <numerusform>没有缺项，但 %n 项中有 %1 项无法判断</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n done</source>
        <translation>
            <numerusform>%n 项全部完成</numerusform>
        </translation>
    </message>
    <message>
        <source>What the checklist asks for</source>
        <translation>检查单的各项要求</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>签章检查单</translation>
    </message>
    <message>
        <source>What this file is checked against before it is signed</source>
        <translation>签章前按此检查单核对本文件</translation>
    </message>
    <message>
        <source>Open a checklist…</source>
        <translation>打开签章检查单…</translation>
    </message>
    <message>
        <source>No checklist</source>
        <translation>不使用检查单</translation>
    </message>
    <message>
        <source>Open a checklist</source>
        <translation>打开签章检查单</translation>
    </message>
    <message>
        <source>Checklists (*.json)</source>
        <translation>签章检查单 (*.json)</translation>
    </message>
    <message>
        <source>The opened file can be checked against a checklist here.</source>
        <translation>在这里按签章检查单核对打开的文件。</translation>
    </message>
    <message>
        <source>Choose a checklist to see what is still missing.</source>
        <translation>请选择签章检查单，看看还缺哪些签章。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>This file could not be checked.</source>
        <translation>本文件无法核对。</translation>
    </message>
</context>
<context>
    <name>bidseal::plan::PlanKeeper</name>
    <message>
        <source>Restore the plan</source>
        <translation>恢复签章方案</translation>
    </message>
    <message numerus="yes">
        <source>Your plan of %1 with %n mark(s) is not signed yet.</source>
        <extracomment>the plan: which seals go where; %1 is a date and time</extracomment>
        <translation>
            <numerusform>您 %1 放置的 %n 处印章尚未签章。</numerusform>
        </translation>
    </message>
    <message>
        <source>The document was changed since then: look whether everything still stands where it should.</source>
        <translation>此后文件有改动：请检查各处印章的位置是否仍然正确。</translation>
    </message>
</context>
<context>
    <name>bidseal::plan::PlanList</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a command and its key</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Plan: save it or use another one</source>
        <translation>签章方案：保存或使用其他方案</translation>
    </message>
    <message>
        <source>Save these seals as a plan, or use a saved one</source>
        <translation>把这些印章保存为签章方案，或使用已保存的方案</translation>
    </message>
    <message>
        <source>Seals that will be put on the file</source>
        <translation>将要盖在文件上的印章</translation>
    </message>
    <message>
        <source>Enter goes there, left and right arrow go through the places of a line, Delete takes it away.</source>
        <translation>按 Enter 跳到该处，左右方向键逐处查看，Delete 删除。</translation>
    </message>
    <message>
        <source>Previous place of this line</source>
        <translation>本行的上一处</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>Next place of this line</source>
        <translation>本行的下一处</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>删除本行的印章</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete 键</translation>
    </message>
    <message>
        <source>Use a plan…</source>
        <translation>使用签章方案…</translation>
    </message>
    <message>
        <source>Nothing will be put on this file yet. Drag a seal onto a page, or use a plan that you saved for another file.</source>
        <translation>文件上还没有放置印章。请把印章拖到页面上，或使用为其他文件保存的签章方案。</translation>
    </message>
    <message>
        <source>What will be put on the opened file is listed here.</source>
        <translation>这里列出将要盖在文件上的印章。</translation>
    </message>
    <message>
        <source>%1: more than this file can be given in one signature</source>
        <translation>%1：超过了本文件一次签章可以放置的数量</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>of the places of a line: the third of 41</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>跳到该处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save as plan…</source>
        <translation>保存为签章方案…</translation>
    </message>
    <message>
        <source>Plans used last</source>
        <translation>最近使用的方案</translation>
    </message>
    <message>
        <source>Use the plan %1</source>
        <translation>使用签章方案 %1</translation>
    </message>
    <message>
        <source>Use a plan</source>
        <translation>使用签章方案</translation>
    </message>
    <message>
        <source>Plans (*.bidplan.json)</source>
        <translation>签章方案 (*.bidplan.json)</translation>
    </message>
    <message>
        <source>Save as plan</source>
        <translation>保存为签章方案</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>bidseal::plan::PlanModel</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <extracomment>of a plan: so many pictures of seals; strips of cross-page seals count one each</extracomment>
        <translation>
            <numerusform>%n 处印章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n page(s)</source>
        <extracomment>%1 is &quot;45 marks&quot;</extracomment>
        <translation>
            <numerusform>%1，分布在 %n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::plan::RequirementRow</name>
    <message>
        <source>Missing: the file does not have these pages</source>
        <translation>缺少：文件没有这些页</translation>
    </message>
    <message>
        <source>Missing: “%1” does not occur in the file</source>
        <extracomment>%1 is a text that a checklist looks for</extracomment>
        <translation>缺少：文件中没有“%1”</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>what a checklist asks for; %1 is &quot;page 3&quot; or &quot;pages 3, 5&quot;</extracomment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Cannot tell: please look for yourself</source>
        <translation>无法判断：请自行查看</translation>
    </message>
    <message>
        <source>Cannot tell: please look at %1 yourself</source>
        <translation>无法判断：请自行查看%1</translation>
    </message>
    <message>
        <source>Place it</source>
        <translation>放置</translation>
    </message>
    <message>
        <source>Place it: %1</source>
        <translation>放置：%1</translation>
    </message>
    <message>
        <source>Goes to the page, each time to the next one.</source>
        <translation>跳到该页，每按一次到下一页。</translation>
    </message>
    <message>
        <source>Go to the page</source>
        <translation>跳到该页</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::HandwritingDialog</name>
    <message>
        <source>Handwritten signature</source>
        <translation>手写签名</translation>
    </message>
    <message>
        <source>Black ink</source>
        <translation>黑色墨水</translation>
    </message>
    <message>
        <source>Blue ink</source>
        <translation>蓝色墨水</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>墨水颜色</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>Length of the line on paper</source>
        <translation>横线实际长度</translation>
    </message>
    <message>
        <source>&amp;Length of the line on paper</source>
        <translation>横线实际长度(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Undo stroke</source>
        <translation>撤销一笔(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Use this signature</source>
        <translation>使用此签名</translation>
    </message>
    <message>
        <source>Several strokes are one signature.</source>
        <translation>多笔合为一个签名。</translation>
    </message>
    <message>
        <source>Size on paper: %1</source>
        <translation>实际尺寸：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::HandwritingPad</name>
    <message>
        <source>Place to sign</source>
        <translation>签名处</translation>
    </message>
    <message>
        <source>Sign here with a pen or the mouse.</source>
        <translation>请用手写笔或鼠标在此签名。</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 毫米</translation>
    </message>
    <message>
        <source>Sign on the line, with a pen or the mouse</source>
        <translation>请用手写笔或鼠标在横线上签名</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::LiftedSealView</name>
    <message>
        <source>The seal without its paper</source>
        <translation>去除纸面后的印章</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::ScanDialog</name>
    <message>
        <source>Seal from a scan</source>
        <translation>从扫描件抠章</translation>
    </message>
    <message>
        <source>Use this seal</source>
        <translation>使用此印章</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>整页</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>On squares</source>
        <translation>方格底</translation>
    </message>
    <message>
        <source>On white paper</source>
        <translation>白纸底</translation>
    </message>
    <message>
        <source>On a page of text</source>
        <translation>文字底</translation>
    </message>
    <message>
        <source>Size of the view</source>
        <translation>显示大小</translation>
    </message>
    <message>
        <source>Whole seal</source>
        <translation>完整显示</translation>
    </message>
    <message>
        <source>Pixel by pixel</source>
        <translation>原始像素</translation>
    </message>
    <message>
        <source>Click another impression, or draw a frame around where to look.</source>
        <translation>点击可换选印模，拖动可框选查找范围。</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>手写签名</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Turn &amp;upright</source>
        <translation>扶正(&amp;U)</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>&amp;Background removed</source>
        <translation>去底强度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Soft edges</source>
        <translation>边缘柔和(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Even colour</source>
        <translation>颜色净化(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Look for</source>
        <translation>查找(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Ink</source>
        <translation>印油颜色(&amp;I)</translation>
    </message>
    <message>
        <source>Scanned &amp;at</source>
        <translation>扫描分辨率(&amp;A)</translation>
    </message>
    <message>
        <source>Reading the scan …</source>
        <translation>正在读取扫描件…</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>正在处理…</translation>
    </message>
    <message>
        <source>Size on paper: %1</source>
        <translation>实际尺寸：%1</translation>
    </message>
    <message>
        <source>The file does not say at how many dots per inch it was scanned. Enter it to know the seal&apos;s true size.</source>
        <translation>文件未注明扫描分辨率。填写后才能得出印章的实际尺寸。</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::ScanView</name>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>Impression %1 of %2 is chosen. The arrow keys choose another one.</source>
        <translation>已选第 %1 个印模，共 %2 个。按方向键可换选。</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Add a seal</source>
        <translation>添加印章</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edit seal</source>
        <translation>编辑印章</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Width on paper</source>
        <translation>纸上宽度(&amp;W)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Width on paper</source>
        <translation>纸上宽度</translation>
    </message>
    <message>
        <source>Usual: %1 mm. From %2 to %3 mm.</source>
        <translation>通常为 %1 毫米，可在 %2 到 %3 毫米之间。</translation>
    </message>
    <message>
        <source>Measure it on an imprint. The height follows: %1 mm.</source>
        <translation>请在印迹上测量。高度随之为 %1 毫米。</translation>
    </message>
    <message>
        <source>may stay empty</source>
        <translation>可以留空</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>印章持有人</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a certificate in a list: its holder, the beginning of its fingerprint</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>&amp;Holder, as the certificate names it</source>
        <translation>持有人（与证书一致）(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;May be used with</source>
        <translation>可用证书(&amp;M)</translation>
    </message>
    <message>
        <source>Certificates that the seal may be used with</source>
        <translation>该印章可使用的证书</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>起用日期</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>指纹（SHA-256）：%1</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>截止日期早于起用日期。</translation>
    </message>
    <message>
        <source>Others are refused. A renewed one of the same holder counts as the same.</source>
        <translation>其他证书一律不能使用。同一持有人续期后的证书视为同一证书。</translation>
    </message>
    <message>
        <source>Plug in the UKey to choose its certificate. Until then every certificate of the holder may be used.</source>
        <translation>插入 UKey 后可选择其证书；在此之前，持有人的任何证书都可使用。</translation>
    </message>
    <message>
        <source>Nothing chosen and no holder: any certificate may be used.</source>
        <translation>未选证书，也未填持有人：任何证书都可使用。</translation>
    </message>
    <message>
        <source>Nothing chosen: every certificate of the holder may be used.</source>
        <translation>未选证书：持有人的任何证书都可使用。</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealExportDialog</name>
    <message>
        <source>Export seals</source>
        <translation>导出印章</translation>
    </message>
    <message>
        <source>One encrypted file for another computer. Whoever has the file and its password has the seals: send them on different ways.</source>
        <translation>导出为一个加密文件，供另一台电脑使用。谁同时拿到文件和口令，谁就拿到了印章：请分开传递。</translation>
    </message>
    <message>
        <source>Seals to export</source>
        <translation>要导出的印章</translation>
    </message>
    <message numerus="yes">
        <source>Password, at least %n characters</source>
        <translation>
            <numerusform>口令（至少 %n 个字符）</numerusform>
        </translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Nothing was exported.</source>
        <translation>没有导出。</translation>
    </message>
    <message numerus="yes">
        <source>The password needs at least %n characters.</source>
        <translation>
            <numerusform>口令至少需要 %n 个字符。</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation>两次输入的口令不一致，请重新输入。</translation>
    </message>
    <message>
        <source>Exported seals (*.bidseals)</source>
        <translation>导出的印章 (*.bidseals)</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealImportDialog</name>
    <message>
        <source>Import seals</source>
        <translation>导入印章</translation>
    </message>
    <message>
        <source>%1 is encrypted. Whoever exported it knows its password.</source>
        <translation>%1 已加密，口令请向导出者索取。</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>文件口令</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealPalette</name>
    <message>
        <source>Seals</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Put the seal in the middle of the current page (Enter)</source>
        <translation>把印章放到当前页中央（Enter）</translation>
    </message>
    <message>
        <source>Add a seal from a file…</source>
        <translation>从文件添加印章…</translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation>从列表中移除…</translation>
    </message>
    <message>
        <source>Drag a seal to its place on the page.</source>
        <translation>把印章拖到页面上的位置。</translation>
    </message>
    <message>
        <source>Your seals appear here: add the picture of one, a PNG with a transparent ground.</source>
        <translation>您的印章会显示在这里：请添加透明背景的 PNG 印章图片。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose the picture of a seal</source>
        <translation>选择印章图片</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>Remove %1 from your seals?</source>
        <translation>从印章库中移除“%1”？</translation>
    </message>
    <message>
        <source>Marks that are placed already stay. To have it back you need its picture again.</source>
        <translation>已放置的印章不受影响。要恢复它，需要重新添加图片。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a seal in the list: its size, its kind</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>此处</translation>
    </message>
    <message>
        <source>Pages…</source>
        <translation>多页…</translation>
    </message>
    <message>
        <source>Put the seal at the same place on several pages</source>
        <translation>在多页的同一位置放置印章</translation>
    </message>
    <message>
        <source>Keyword…</source>
        <translation>关键字…</translation>
    </message>
    <message>
        <source>Put the seal where a text stands</source>
        <translation>在关键字所在位置放置印章</translation>
    </message>
    <message>
        <source>Cross-page…</source>
        <translation>骑缝章…</translation>
    </message>
    <message>
        <source>Put a strip of the seal on the edge of every page</source>
        <translation>在各页边缘放置骑缝章</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a seal</source>
        <translation>添加印章</translation>
    </message>
    <message>
        <source>Edit the seal…</source>
        <translation>编辑印章…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Export seals…</source>
        <translation>导出印章…</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从图片文件…</translation>
    </message>
    <message>
        <source>From a scan or photo…</source>
        <translation>从扫描件或照片抠章…</translation>
    </message>
    <message>
        <source>Draw a signature…</source>
        <translation>手写签名…</translation>
    </message>
    <message>
        <source>Date seal: %1</source>
        <translation>日期章：%1</translation>
    </message>
    <message>
        <source>Import seals…</source>
        <translation>导入印章…</translation>
    </message>
    <message>
        <source>Other ways</source>
        <translation>其他方式</translation>
    </message>
    <message>
        <source>Choose a scan or photo</source>
        <translation>选择扫描件或照片</translation>
    </message>
    <message>
        <source>Scans and photos (*.png *.jpg *.jpeg)</source>
        <translation>扫描件和照片 (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Choose exported seals</source>
        <translation>选择导出的印章文件</translation>
    </message>
    <message>
        <source>Exported seals (*.bidseals)</source>
        <translation>导出的印章 (*.bidseals)</translation>
    </message>
    <message numerus="yes">
        <source>%n seals were added.</source>
        <translation>
            <numerusform>已添加 %n 枚印章。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was in the file.</source>
        <translation>文件中没有新的印章。</translation>
    </message>
    <message numerus="yes">
        <source>%n were here already.</source>
        <translation>
            <numerusform>%n 枚已在印章库中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seals were exported.</source>
        <translation>
            <numerusform>已导出 %n 枚印章。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are in %1.</source>
        <translation>保存在 %1 中。</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::KeyChooser</name>
    <message>
        <source>Expired on %1: cannot sign any more</source>
        <translation>已于 %1 过期，不能再签章</translation>
    </message>
    <message>
        <source>Not valid before %1: cannot sign yet</source>
        <translation>%1 起才有效，暂不能签章</translation>
    </message>
    <message>
        <source>A wrong PIN was entered before</source>
        <translation>此前输错过 PIN 码</translation>
    </message>
    <message>
        <source>One last try before the PIN is locked</source>
        <translation>只剩最后一次尝试，之后 PIN 码将锁定</translation>
    </message>
    <message>
        <source>The PIN is locked</source>
        <translation>PIN 码已锁定</translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation>颁发者：%1</translation>
    </message>
    <message>
        <source>Valid until %1 · No. %2</source>
        <translation>有效期至 %1 · 序列号 %2</translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>%n 天后过期</numerusform>
        </translation>
    </message>
    <message>
        <source>no certificate</source>
        <translation>没有证书</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>其他算法</translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation>密钥文件…</translation>
    </message>
    <message>
        <source>Sign with a key file (.p12, .pfx)</source>
        <translation>用密钥文件（.p12、.pfx）签章</translation>
    </message>
    <message>
        <source>Other driver…</source>
        <translation>其他驱动…</translation>
    </message>
    <message>
        <source>Choose the PKCS#11 driver that came with your UKey</source>
        <translation>选择 UKey 附带的 PKCS#11 驱动</translation>
    </message>
    <message>
        <source>On the token %1 · %2</source>
        <translation>UKey 设备 %1 · %2</translation>
    </message>
    <message>
        <source>Key file in %1</source>
        <translation>密钥文件，位于 %1</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>正在查找密钥…</translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation>选择密钥文件</translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation>密钥文件 (*.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Relays…</source>
        <translation>中继服务器…</translation>
    </message>
    <message>
        <source>Choose the relay through which your phone signs</source>
        <translation>选择手机签章所用的中继服务器</translation>
    </message>
    <message>
        <source>Certificate on a phone</source>
        <translation>手机证书</translation>
    </message>
    <message>
        <source>Enter the relay of your platform first…</source>
        <translation>请先填写平台的中继服务器…</translation>
    </message>
    <message>
        <source>Through the relay %1</source>
        <translation>经中继服务器 %1</translation>
    </message>
    <message>
        <source>Through the relay %1 · %2</source>
        <translation>经中继服务器 %1 · %2</translation>
    </message>
    <message>
        <source>No UKey found. Plug it in; it appears here by itself. If it does not, its driver is missing: install it, or choose it below.</source>
        <translation>没有找到 UKey。请插入，它会自动出现在这里；如果没有出现，说明缺少驱动：请安装驱动，或在下面选择。</translation>
    </message>
    <message>
        <source>Another holder&apos;s certificate than the seals&apos;</source>
        <translation>与印章所属单位或个人不是同一持有人的证书</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MarkStrip</name>
    <message numerus="yes">
        <source>on %n page(s)</source>
        <translation>
            <numerusform>共 %n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>pages %1 and %2</source>
        <translation>第 %1、%2 页</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>第 %1 页</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFiles</name>
    <message>
        <source>Looking at it…</source>
        <translation>正在检查…</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::MoreFilesList</name>
    <message>
        <source>Sign more files with the same seals…</source>
        <translation>更多文件加盖相同印章…</translation>
    </message>
    <message>
        <source>More files to be signed</source>
        <translation>更多要签章的文件</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Choose more files to be signed</source>
        <translation>选择更多要签章的文件</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>And %n more file(s), the same seals at the same places</source>
        <translation>
            <numerusform>另有 %n 个文件，在相同位置加盖相同印章</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove what cannot be signed (%1)</source>
        <translation>移除不能签章的（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be signed so and must be removed first.</source>
        <translation>
            <numerusform>有 %n 个文件不能这样签章，请先移除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bidseal::signing::PinArea</name>
    <message>
        <source>Caps lock seems to be on.</source>
        <translation>大写锁定似乎已打开。</translation>
    </message>
    <message>
        <source>Use the last try. If it is wrong too, the PIN is locked.</source>
        <translation>使用最后一次尝试。如果仍然错误，PIN 码将被锁定。</translation>
    </message>
    <message>
        <source>A code appears here next. Scan it with your certificate app, compare six figures, and confirm on the phone with your PIN.</source>
        <translation>接下来这里会显示二维码。请用证书 App 扫码，核对六位比对码，并在手机上输入 PIN 码确认。</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN 码</translation>
    </message>
    <message>
        <source>Password of the key file</source>
        <translation>密钥文件的口令</translation>
    </message>
    <message>
        <source>Enter the PIN on the key&apos;s own keypad when it asks.</source>
        <translation>请在 UKey 提示时用其自带键盘输入 PIN 码。</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ProgressPage</name>
    <message>
        <source>Progress of this step</source>
        <translation>本步骤的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>正在签章</translation>
    </message>
    <message>
        <source>If your key has a button or a light that blinks, press it now.</source>
        <translation>如果 UKey 上有按键或指示灯在闪烁，请按键确认。</translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left for this step</source>
        <translation>
            <numerusform>本步骤还需约 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left for this step</source>
        <translation>
            <numerusform>本步骤还需约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping. Your file stays as it was.</source>
        <translation>正在停止。您的文件保持原样。</translation>
    </message>
    <message>
        <source>File %1 of %2</source>
        <translation>第 %1 个文件，共 %2 个</translation>
    </message>
    <message>
        <source>Signer %1 of %2 · %3</source>
        <translation>第 %1 个签名，共 %2 个 · %3</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::ResultPage</name>
    <message>
        <source>Signed by</source>
        <translation>签署者</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文件</translation>
    </message>
    <message>
        <source>Open signed file</source>
        <translation>打开签章后的文件</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation>打开原文件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>签章完成</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>位于 %1</translation>
    </message>
    <message>
        <source>%1, certificate by %2</source>
        <translation>%1，证书由 %2 颁发</translation>
    </message>
    <message>
        <source>%1, unchanged</source>
        <translation>%1（没有改动）</translation>
    </message>
    <message>
        <source>Signed files</source>
        <translation>签章后的文件</translation>
    </message>
    <message>
        <source>all unchanged</source>
        <translation>全部未改动</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>each beside its original</source>
        <translation>各在原文件旁边</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SignerSection</name>
    <message>
        <source>Signature %1: %2</source>
        <translation>第 %1 个签名：%2</translation>
    </message>
    <message>
        <source>These seals need the certificate of %1. It signs after the one before, in the same run.</source>
        <translation>这些印章需要 %1 的证书，将在同一次操作中接着前一个签名签署。</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningForm</name>
    <message>
        <source>What is signed and with which key</source>
        <translation>签署内容和所用密钥</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Change where the signed file is saved</source>
        <translation>更改签章后文件的保存位置</translation>
    </message>
    <message>
        <source>With which key</source>
        <translation>选择密钥</translation>
    </message>
    <message>
        <source>The signed file will be %1</source>
        <translation>签章后的文件：%1</translation>
    </message>
    <message>
        <source>Save the signed file as</source>
        <translation>签章后的文件另存为</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>No seal is placed: the signature will not be visible on any page.</source>
        <translation>没有放置印章：签名不会显示在任何页面上。</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s), one signature</source>
        <translation>
            <numerusform>%n 个印章，一次签名</numerusform>
        </translation>
    </message>
    <message>
        <source>Each signed file will stand beside its original as NAME_已签章.pdf</source>
        <translation>签章后的文件各在原文件旁边，名为 名称_已签章.pdf</translation>
    </message>
    <message>
        <source>Sign with the phone</source>
        <translation>扫码签章</translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s) with the phone</source>
        <translation>
            <numerusform>扫码签章（%n 个文件）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n file(s)</source>
        <translation>
            <numerusform>签章（%n 个文件）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Show a new code</source>
        <translation>显示新二维码</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Check the relay…</source>
        <translation>检查中继服务器…</translation>
    </message>
    <message>
        <source>Show the files</source>
        <translation>查看文件</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检测</translation>
    </message>
    <message>
        <source>Open the self-check</source>
        <translation>打开安全环境检测</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation>
            <numerusform>%n 枚印章</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s), one after the other</source>
        <translation>
            <numerusform>依次 %n 个签名</numerusform>
        </translation>
    </message>
    <message>
        <source>Signature %1: %2</source>
        <translation>第 %1 个签名：%2</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::SigningSheet</name>
    <message>
        <source>Sign</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>A signature is under way.</source>
        <translation>正在签章。</translation>
    </message>
    <message>
        <source>If you leave now it is cancelled, and your file stays as it was.</source>
        <translation>现在离开将取消签章，您的文件保持原样。</translation>
    </message>
    <message>
        <source>Keep signing</source>
        <translation>继续签章</translation>
    </message>
    <message>
        <source>Cancel and leave</source>
        <translation>取消并离开</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Certificate and seal belong to different holders.</source>
        <translation>证书持有人与印章持有人不一致。</translation>
    </message>
    <message>
        <source>The certificate is that of %1, the seal that of %2. Shall this certificate sign all the same?</source>
        <translation>证书属于 %1，印章属于 %2。仍要用这个证书签章吗？</translation>
    </message>
    <message>
        <source>Use another certificate</source>
        <translation>换用其他证书</translation>
    </message>
    <message>
        <source>Sign all the same</source>
        <translation>仍然签章</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) of this computer could not tell.</source>
        <translation>
            <numerusform>本机有 %n 项检测无法得出结论。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 If you sign all the same, the journal keeps that.</source>
        <translation>%1 如仍然签章，签署记录会留存这一点。</translation>
    </message>
    <message>
        <source>Do not sign</source>
        <translation>不签章</translation>
    </message>
</context>
<context>
    <name>bidseal::signing::StageList</name>
    <message>
        <source>Checking the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Placing the seals</source>
        <translation>放置印章</translation>
    </message>
    <message>
        <source>Waiting for the key</source>
        <translation>等待密钥</translation>
    </message>
    <message>
        <source>Putting in the signature</source>
        <translation>写入签名</translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Saving the signed file</source>
        <translation>保存签章后的文件</translation>
    </message>
</context>
<context>
    <name>bidseal::start::DropArea</name>
    <message>
        <source>Drop a bid document here</source>
        <translation>把投标文件拖到这里</translation>
    </message>
    <message>
        <source>PDF, of any number of pages. The file itself is never changed: signing writes a new one.</source>
        <translation>PDF 文件，页数不限。原文件绝不改动：签章会生成新文件。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
</context>
<context>
    <name>bidseal::start::RecentRow</name>
    <message>
        <source>%1 in %2, not there any more</source>
        <translation>%1，位于 %2，已不存在</translation>
    </message>
    <message>
        <source>Open %1 in %2</source>
        <translation>打开 %1，位于 %2</translation>
    </message>
    <message>
        <source>Not there any more · %1</source>
        <translation>已不存在 · %1</translation>
    </message>
</context>
<context>
    <name>bidseal::start::StartPage</name>
    <message>
        <source>BidSeal</source>
        <translation>标印</translation>
    </message>
    <message>
        <source>Seals and signs bid documents</source>
        <translation>投标文件签章</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Key plugged in: %1</source>
        <translation>已插入 UKey：%1</translation>
    </message>
    <message>
        <source>No key is plugged in. It is needed only when you sign.</source>
        <translation>没有插入 UKey，签章时才需要。</translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation>正在查找密钥…</translation>
    </message>
    <message>
        <source>Open the security self-check</source>
        <translation>打开安全环境检测</translation>
    </message>
    <message>
        <source>Security self-check: %1</source>
        <translation>安全环境检测：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::style::Notice</name>
    <message>
        <source>Code: %1</source>
        <translation>代码：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::verification::SignatureCard</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>颁发者</translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation>序列号</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Signature by %1: %2</source>
        <translation>%1 的签名：%2</translation>
    </message>
</context>
<context>
    <name>bidseal::verification::SignatureList</name>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Checking the signatures…</source>
        <translation>正在验章…</translation>
    </message>
    <message>
        <source>Signatures of the opened file are shown here.</source>
        <translation>打开文件后，签名会显示在这里。</translation>
    </message>
    <message>
        <source>This file carries no signature yet. Drag a seal onto a page, then press Sign.</source>
        <translation>此文件还没有签名。请把印章拖到页面上，然后点击“签章”。</translation>
    </message>
</context>
<context>
    <name>bidseal::window::DocumentPage</name>
    <message>
        <source>Seals</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Seals, plan, checklist and signatures</source>
        <translation>印章、签章方案、签章检查单和签名</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>检查单</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Seals of the plan are not in your library: %1</source>
        <translation>印章库中没有方案所用的印章：%1</translation>
    </message>
    <message>
        <source>Add them first, or restore the plan without them.</source>
        <translation>请先将其加入印章库，或不含这些印章恢复方案。</translation>
    </message>
    <message>
        <source>Restore without them</source>
        <translation>不含这些印章恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of the plan could not be restored.</source>
        <translation>
            <numerusform>方案中有 %n 处印章无法恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Place them again where the document asks for them.</source>
        <translation>请按文件要求重新放置。</translation>
    </message>
</context>
<context>
    <name>bidseal::window::DocumentToolBar</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a document (%1)</source>
        <translation>打开文档（%1）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>True size (100 %)</source>
        <translation>实际大小（100%）</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit the width, or the page</source>
        <translation>适合宽度或整页</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Sign this document (%1)</source>
        <translation>为此文档签章（%1）</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
</context>
<context>
    <name>bidseal::window::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>Find text</source>
        <translation>查找文字</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>转到指定页</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签章</translation>
    </message>
    <message>
        <source>Undo the last change to the seals</source>
        <translation>撤销对印章的上一次改动</translation>
    </message>
    <message>
        <source>Go on to the next part of the window</source>
        <translation>转到窗口的下一部分</translation>
    </message>
    <message>
        <source>Put the chosen seal in the middle of the page</source>
        <translation>把选中的印章放到页面中央</translation>
    </message>
    <message>
        <source>Go from seal to seal on the page</source>
        <translation>在页面上的印章之间切换</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the chosen seal by 1 mm, with Shift by 10 mm</source>
        <translation>把选中的印章移动 1 毫米，按住 Shift 移动 10 毫米</translation>
    </message>
    <message>
        <source>Take the chosen seal away</source>
        <translation>移除选中的印章</translation>
    </message>
    <message>
        <source>Stop what is under way, close the sheet</source>
        <translation>停止当前操作，关闭签章面板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>BidSeal</source>
        <translation>标印</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>Open a document, drag your seals to their places, press Sign. The original is never changed.</source>
        <translation>打开文档，把印章拖到位置，点击“签章”。原文件绝不改动。</translation>
    </message>
</context>
<context>
    <name>bidseal::window::KeyIndicator</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n 个密钥</numerusform>
        </translation>
    </message>
    <message>
        <source>No key</source>
        <translation>未插入 UKey</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Key plugged in: %1</source>
        <translation>已插入 UKey：%1</translation>
    </message>
</context>
<context>
    <name>bidseal::window::MainWindow</name>
    <message>
        <source>Nothing opened yet</source>
        <translation>还没有打开过文件</translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation>关闭此文档</translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation>打开文档</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf);;All files (*)</source>
        <translation>PDF 文档 (*.pdf);;所有文件 (*)</translation>
    </message>
    <message>
        <source>A signature is under way.</source>
        <translation>正在签章。</translation>
    </message>
    <message>
        <source>Wait until it is done or cancel it, then open the other document.</source>
        <translation>请等待完成或取消，然后再打开其他文档。</translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation>没有打开“%1”。%2</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>文档密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave without signing?</source>
        <translation>不签章就离开？</translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s) stand on the pages and are not signed yet.</source>
        <translation>
            <numerusform>页面上有 %n 个印章尚未签章。</numerusform>
        </translation>
    </message>
    <message>
        <source>If you leave now they are lost. The file itself is unchanged.</source>
        <translation>现在离开，这些印章位置将丢失。文件本身没有改动。</translation>
    </message>
    <message>
        <source>Sign now</source>
        <translation>现在签章</translation>
    </message>
    <message>
        <source>Leave without signing</source>
        <translation>不签章，离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>%1 – BidSeal</source>
        <translation>%1 – 标印</translation>
    </message>
    <message>
        <source>BidSeal</source>
        <translation>标印</translation>
    </message>
</context>
<context>
    <name>bidseal::window::ShieldIndicator</name>
    <message>
        <source>Looking…</source>
        <translation>检测中…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>需留意</translation>
    </message>
    <message>
        <source>Not fit</source>
        <translation>不宜签章</translation>
    </message>
    <message>
        <source>Security self-check: %1</source>
        <translation>安全环境检测：%1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Seals and signs bid documents</source>
        <translation>投标文件签章</translation>
    </message>
    <message>
        <source>The language of the window: en or zh_CN.</source>
        <translation>窗口语言：en 或 zh_CN。</translation>
    </message>
    <message>
        <source>language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The documents to open.</source>
        <translation>要打开的文档。</translation>
    </message>
</context>
</TS>
