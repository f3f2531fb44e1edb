<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Sign a PDF, with seals or invisibly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed file; never the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pkcs11:token=…;object=… (RFC 7512) or p12:FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey&apos;s driver (PKCS#11); without it the installed drivers are asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with the PIN that only you may read; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for the password that opens the PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The empty signature field to sign into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seal&apos;s picture; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The true size of the seal before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the centre of the seal before it stands, from the page&apos;s top left corner; repeatable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pades (default), or adobe for readers that know no PAdES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite OUT, nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF to sign is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--out is missing: the signed file needs a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--key is missing: a UKey&apos;s key (pkcs11:…) or a key file (p12:FILE).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input holds one secret: the PIN or the password, not both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a profile; there are pades and adobe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an argument that is not known (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An option has no value, or stands there twice (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The arguments are not understood (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BidSeal signs bid documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the keys that can sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey&apos;s driver (PKCS#11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a signed PDF proves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file with the password that opens the PDF; - is standard input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer in JSON, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command is missing: sign, keys, verify or version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed PDF is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong PIN was entered before. PIN of %1 (%2): </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of %1 (%2): </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one try is left for %1: one more wrong PIN locks it. Type %2 to use it: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the key file %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN: no wrong entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN: entered wrongly before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN: only one try left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN: locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issuer: %1, serial number %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UKey: %1, driver %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot sign: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key was found. Is the UKey plugged in and its driver installed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was signed is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was signed has been changed, or the signature is not genuine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether what was signed is unchanged cannot be decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature covers the whole file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was added to the file after this signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not say properly what it covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by %1 (who this is has not been checked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed by somebody unknown: there is no readable certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time: %1, claimed by the signer&apos;s computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in --at is not understood; write page=3,x=120mm,y=230mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stands twice in one --at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is missing in --at %2; write page=3,x=120mm,y=230mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a page; the first page is 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x and y in --at %1 are needed in millimetres, as in x=120mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an angle from -360 to 360 degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a size; write --seal-size 42mm, or 40x30mm for width and height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seal-size and --at stand behind the --seal that they belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seal %1 has two sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seal %1 has no size; add --seal-size 42mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--seal %1 has no place; add --at page=3,x=120mm,y=230mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signer: %1, certificate %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time: %1 by this computer&apos;s clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This file carries no signature.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyToPagesDialog</name>
    <message>
        <source>Copy to pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put %1 in the same place on:</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;all %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>all pages &amp;behind this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;these pages:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example 1-3,8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write page numbers from 1 to %1, such as 1-3,8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) will be placed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The seal is on this page already. Choose other pages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message>
        <source>Seals and signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentToolBar</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True size (100 %)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the width, or the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign this document (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentView</name>
    <message>
        <source>page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Where a seal stands, its size and how far it is turned: &quot;seal 公章, page 3, …, 42 mm, turned by 15°&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, turned by %3°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal is larger than this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal %1 was taken off the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Placed on %n more page(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Placed; %n page(s) are too small for this seal and were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy to pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1: %2 mm from left, %3 mm from top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seal can only be put on a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This page cannot be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a bid document here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, of any number of pages. The file itself is never changed: signing writes a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorSentence</name>
    <message>
        <source>Cancelled. Nothing was signed and no file was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command is not complete or not understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the command with --help and compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program made a mistake of its own. Your file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the program again; if it happens twice, send the log to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder or the removable disk, then choose the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file %1 may not be read by this user account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it to a folder of your own and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty: it holds not a single byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it again from where it came from; the copy was probably interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was changed by another program while it was open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program, open the file again and check the places of the seals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a file named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>like the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name for the signed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed file cannot be written to this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of your own, for example Documents or the desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has the output file open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the PDF reader that shows it, then sign again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed file would overwrite the original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the signed file needs %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space or choose a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a PDF file, whatever its name says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the PDF; a Word or picture file has to be saved as PDF first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is damaged inside; a signature on it could not be relied on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the PDF again from its original, or print it to a new PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end of the PDF is missing; it was probably not copied or downloaded completely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch the file again and compare its size with the original&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is built in a way that no ordinary document is, and is not opened for safety.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print it to a new PDF and use that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is encrypted with a method that this program does not support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its author for a copy with password protection only, or without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF is protected by a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password that opens it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password does not open the PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check capital letters and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The author of the PDF has forbidden changes and signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it with the author&apos;s (owner) password, or ask for a copy that may be signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF was certified by its author: any further signature would break that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the author for a copy that allows signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second PDF reader could not open the file cleanly, so it was not signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the document to a new PDF and sign that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF has no signature field named %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the field&apos;s name in the tender documents, or sign without a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An earlier signature has locked the place where you want to sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another field, or ask the earlier signer for an unlocked copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature field %1 is signed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another field, or sign without a field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no page %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document has no such page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the seal on a page that exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seal on page %1 reaches over the edge of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A seal reaches over the edge of the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the seal until all of it lies on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more seals than this document can take in one signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out seals on pages that do not need one; a document signed by others takes fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal&apos;s picture cannot be read as a PNG.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the seal as a PNG picture with transparent background and add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The seal&apos;s size is not possible for a seal of this kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the true size in millimetres, as it is on paper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The driver file of the UKey is not where it should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the driver from the certificate authority&apos;s website, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen file is not a UKey driver that this program can use (PKCS#11, 64 bit).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another driver file, or install the current driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the program (bidseal-token-host) is missing or was blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again, or allow it in the security software.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey&apos;s driver crashed. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull the UKey out, put it in again, then sign again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey&apos;s driver does not answer any more and was stopped. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey is not plugged in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in and wait until its light is steady.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey was pulled out while signing. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in again and leave it in until the signed file is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey reported a fault of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull it out, put it in again, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s address is not a valid PKCS#11 URI.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it from the list that the keys command shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey does not hold the chosen key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the key again from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several keys fit the description.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the key exactly, as the list of keys shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a key, but no certificate that belongs to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the certificate authority to write the certificate to the UKey again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This kind of key cannot sign PDFs here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an RSA key or one on curve P-256 or P-384.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 is damaged or not a key file (.p12, .pfx).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This password does not open the key file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is needed to sign, and nobody could be asked for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it in a PIN file, or start the command in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is wrong. Nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check capital letters and number lock, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one try is left: one more wrong PIN locks the UKey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure of the PIN first, then agree to use the last try.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The UKey is locked: its PIN was entered wrongly too often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it unlocked by the certificate authority or its administrator; trying on does not help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is shorter or longer than this UKey allows. No try was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the whole PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others may read the PIN file, so it was not used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it readable for yourself alone, and change the PIN if others may have seen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have it renewed by the certificate authority, or choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 is valid only from %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time; if they are right, wait until that day or choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate is for encryption, not for signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the signing certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate may not sign documents, or its key is too weak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key gave back a signature that does not fit. The signed file was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature is larger than the space kept for it. The signed file was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another key, or send the log to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The finished file did not pass our own check and was thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign again; if it happens twice, send the log to support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signing journal cannot be written, so nothing was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk is not full and that your user folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last change to the seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to the next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the chosen seal in the middle of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go from seal to seal on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the chosen seal by 1 mm, with Shift by 10 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen seal away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is under way, close the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BidSeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document, drag your seals to their places, press Sign. The original is never changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyChooser</name>
    <message>
        <source>Expired on %1: cannot sign any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not valid before %1: cannot sign yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A wrong PIN was entered before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One last try before the PIN is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until %1 · No. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Key file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign with a key file (.p12, .pfx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other driver…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the PKCS#11 driver that came with your UKey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the token %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key file in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key found. Plug in your UKey; it appears here by itself. If it does not, its driver is missing: install it, or choose it below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key files (*.p12 *.pfx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drivers (*.dll)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drivers (*.so *.so.*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the UKey&apos;s driver (PKCS#11)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyIndicator</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key plugged in: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Nothing opened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it is done or cancel it, then open the other document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not opened. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without signing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s) stand on the pages and are not signed yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>If you leave now they are lost. The file itself is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – BidSeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BidSeal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkList</name>
    <message>
        <source>Place seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy seal to pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resize seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rotate seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seal %1, page %2, %3 mm from left, %4 mm from top</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkStrip</name>
    <message numerus="yes">
        <source>on %n page(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>pages %1 and %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkToolStrip</name>
    <message>
        <source>Selected seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to pages…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the same seal in the same place on other pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this seal off the page (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Code: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Progress of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If your key has a button or a light that blinks, press it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>About %n second(s) left for this step</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %n minute(s) left for this step</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping. Your file stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>%1 in %2, not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there any more · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Signed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open signed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, certificate by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, unchanged</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealDialog</name>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Width on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width on paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual: %1 mm. From %2 to %3 mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure it on an imprint. The height follows: %1 mm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealModel</name>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>a seal in the list: its name, its kind, its size</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealPalette</name>
    <message>
        <source>Seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the seal in the middle of the current page (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a seal from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit name, kind and size…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a seal to its place on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your seals appear here: add the picture of one, a PNG with a transparent ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the picture of a seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from your seals?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks that are placed already stay. To have it back you need its picture again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SealText</name>
    <message>
        <source>Company seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal representative&apos;s seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other seal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureCard</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial no.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature by %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignatureList</name>
    <message>
        <source>Signatures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the signatures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signatures of the opened file are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file carries no signature yet. Drag a seal onto a page, then press Sign.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SigningForm</name>
    <message>
        <source>What is signed and with which key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change where the signed file is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With which key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caps lock seems to be on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the last try. If it is wrong too, the PIN is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signed file will be %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the signed file as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No seal is placed: the signature will not be visible on any page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n seal(s), one signature</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Password of the key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the PIN on the key&apos;s own keypad when it asks.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SigningSheet</name>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you leave now it is cancelled, and your file stays as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel and leave</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StageList</name>
    <message>
        <source>Checking the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting in the signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the signed file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>BidSeal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seals and signs bid documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened recently</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key plugged in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key is plugged in. It is needed only when you sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for keys…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailList</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>page %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>page %1, %n seal(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>an unknown signer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time is stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (claimed by the signer&apos;s computer)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This file carries no signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not trust this file: it was changed after it was signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in the name of %1. Ask the sender for the original file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be decided whether this file is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A signature in it uses a form that this program does not know. Details are under Signatures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was added to this file after the last signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What %1 signed is unchanged, but the file shows more than that. Ask the sender what was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged since signing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signature(s) · Who signed has not been checked · Time claimed by the signer&apos;s computer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not what was signed. Do not trust it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form of signature is not known to this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signature does not say clearly which part of the file it covers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged since signing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was continued after this signature. Who signed has not been checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers the whole file. Who signed has not been checked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Seals and signs bid documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language of the window: en or zh_CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
