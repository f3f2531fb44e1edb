<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>The signed file; never the original</source>
        <translation>签章后的文件；绝不是原文件</translation>
    </message>
    <message>
        <source>The UKey&apos;s driver (PKCS#11); without it the installed drivers are asked</source>
        <translation>UKey 驱动（PKCS#11）；不指定时查询已安装的驱动</translation>
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
        <source>Where the centre of the seal before it stands, from the page&apos;s top left corner; repeatable</source>
        <translation>前一个印章中心的位置，从页面左上角量起；可重复</translation>
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
        <source>A command is missing: sign, keys, verify or version.</source>
        <translation>缺少命令：sign、keys、verify 或 version。</translation>
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
        <source>pkcs11:token=…;object=… (RFC 7512), p12:FILE, or mobile:https://HOST:PORT[;ca=FILE] for a certificate on a phone</source>
        <translation>pkcs11:token=…;object=…（RFC 7512）、p12:FILE，或手机证书 mobile:https://HOST:PORT[;ca=FILE]</translation>
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
        <source>For whose certificate the seal before it was enrolled; another one&apos;s is asked about</source>
        <translation>前一个印章的持有人（证书上的名称）；用他人证书签章时会询问</translation>
    </message>
    <message>
        <source>Agree beforehand to a certificate of another holder than the seals&apos;</source>
        <translation>预先同意证书持有人与印章持有人不一致</translation>
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
        <source>--seal-size, --at and --seal-holder stand behind the --seal that they belong to.</source>
        <translation>--seal-size、--at 和 --seal-holder 要写在所属的 --seal 之后。</translation>
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
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>This page cannot be drawn.</source>
        <translation>无法显示此页。</translation>
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
        <source>The chosen file is not a UKey driver that this program can use (PKCS#11, 64 bit).</source>
        <translation>所选文件不是本程序可用的 UKey 驱动（PKCS#11，64 位）。</translation>
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
        <source>Choose the certificate of the seal&apos;s holder, or confirm that this one shall sign.</source>
        <translation>请选择印章持有人的证书，或确认就用这个证书签章。</translation>
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
    <name>bidseal::document::CopyToPagesDialog</name>
    <message>
        <source>Copy to pages</source>
        <translation>复制到其他页</translation>
    </message>
    <message>
        <source>Put %1 in the same place on:</source>
        <translation>把“%1”放到以下页面的相同位置：</translation>
    </message>
    <message>
        <source>&amp;these pages:</source>
        <translation>以下页面(&amp;T)：</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>for example 1-3,8</source>
        <translation>例如 1-3,8</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Write page numbers from 1 to %1, such as 1-3,8.</source>
        <translation>请输入 1 到 %1 之间的页码，例如 1-3,8。</translation>
    </message>
    <message>
        <source>The seal is on this page already. Choose other pages.</source>
        <translation>印章已在此页上。请选择其他页。</translation>
    </message>
    <message>
        <source>&amp;all pages (1–%1)</source>
        <translation>全部页面（1–%1）(&amp;A)</translation>
    </message>
    <message>
        <source>Copies to be placed: %1</source>
        <translation>将放置 %1 份</translation>
    </message>
    <message>
        <source>all pages a&amp;fter this one</source>
        <translation>本页之后的所有页(&amp;F)</translation>
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
        <source>Copies placed: %1</source>
        <translation>已放置 %1 份</translation>
    </message>
    <message>
        <source>Copies placed: %1. Pages too small for this seal, left out: %2</source>
        <translation>已放置 %1 份；%2 页太小，放不下此印章，已跳过</translation>
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
        <source>Delete seal</source>
        <translation>删除印章</translation>
    </message>
    <message>
        <source>seal %1, page %2, %3 mm from left, %4 mm from top</source>
        <translation>印章“%1”，第 %2 页，距左 %3 毫米，距上 %4 毫米</translation>
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
        <source>As the certificate names it. Before another certificate signs, you are asked.</source>
        <translation>按证书上的名称填写。用他人证书签章前会先询问。</translation>
    </message>
    <message>
        <source>&amp;Holder</source>
        <translation>印章持有人(&amp;H)</translation>
    </message>
    <message>
        <source>Holder</source>
        <translation>印章持有人</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>a seal in the list: its name, its kind, its size</extracomment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>bidseal::seal::SealPalette</name>
    <message>
        <source>Seals</source>
        <translation>印章</translation>
    </message>
    <message>
        <source>Place on the page</source>
        <translation>放到页面上</translation>
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
        <source>Edit name, kind and size…</source>
        <translation>编辑名称、类型和尺寸…</translation>
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
        <source>Drivers (*.dll)</source>
        <translation>驱动 (*.dll)</translation>
    </message>
    <message>
        <source>Drivers (*.so *.so.*)</source>
        <translation>驱动 (*.so *.so.*)</translation>
    </message>
    <message>
        <source>Choose the UKey&apos;s driver (PKCS#11)</source>
        <translation>选择 UKey 驱动（PKCS#11）</translation>
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
        <source>Caps lock seems to be on.</source>
        <translation>大写锁定似乎已打开。</translation>
    </message>
    <message>
        <source>Use the last try. If it is wrong too, the PIN is locked.</source>
        <translation>使用最后一次尝试。如果仍然错误，PIN 码将被锁定。</translation>
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
        <source>Password of the key file</source>
        <translation>密钥文件的密码</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>%1 的 PIN 码</translation>
    </message>
    <message>
        <source>Enter the PIN on the key&apos;s own keypad when it asks.</source>
        <translation>请在 UKey 自带键盘上按提示输入 PIN 码。</translation>
    </message>
    <message>
        <source>A code appears here next. Scan it with your certificate app, compare six figures, and confirm on the phone with your PIN.</source>
        <translation>接下来这里会显示二维码。请用证书 App 扫码，核对六位比对码，然后在手机上确认并输入 PIN 码。</translation>
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
        <source>Seals and signatures</source>
        <translation>印章和签名</translation>
    </message>
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
